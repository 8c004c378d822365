@org.jspecify.annotations.NullMarked
package org.casebridge.careplans.web;
