@org.jspecify.annotations.NullMarked
package org.casebridge.tasks.web;
