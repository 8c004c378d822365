@org.jspecify.annotations.NullMarked
package org.casebridge.reading.web;
