@org.jspecify.annotations.NullMarked
package org.casebridge.directory.web;
