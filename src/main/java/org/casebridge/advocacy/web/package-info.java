@org.jspecify.annotations.NullMarked
package org.casebridge.advocacy.web;
