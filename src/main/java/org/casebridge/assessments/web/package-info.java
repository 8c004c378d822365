@org.jspecify.annotations.NullMarked
package org.casebridge.assessments.web;
