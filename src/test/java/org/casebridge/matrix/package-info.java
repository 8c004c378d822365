/** Everything that is asked of every address, as everybody: generated from Spring's own inventory, so that nothing new is forgotten. */
package org.casebridge.matrix;
