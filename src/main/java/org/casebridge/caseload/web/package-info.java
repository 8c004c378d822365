@org.jspecify.annotations.NullMarked
package org.casebridge.caseload.web;
