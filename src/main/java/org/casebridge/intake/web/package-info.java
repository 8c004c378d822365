@org.jspecify.annotations.NullMarked
package org.casebridge.intake.web;
