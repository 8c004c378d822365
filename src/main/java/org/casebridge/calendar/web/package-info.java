@org.jspecify.annotations.NullMarked
package org.casebridge.calendar.web;
