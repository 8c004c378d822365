@org.jspecify.annotations.NullMarked
package org.casebridge.monitoring.web;
