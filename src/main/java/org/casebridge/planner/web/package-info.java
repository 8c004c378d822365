@org.jspecify.annotations.NullMarked
package org.casebridge.planner.web;
