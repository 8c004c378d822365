@org.jspecify.annotations.NullMarked
package org.casebridge.workforce.web;
