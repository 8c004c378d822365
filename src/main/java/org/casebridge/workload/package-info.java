/** What cases weigh and what a worker's week holds: points that add up, hours by the agency's own measure, and bands. */
@org.jspecify.annotations.NullMarked
package org.casebridge.workload;
