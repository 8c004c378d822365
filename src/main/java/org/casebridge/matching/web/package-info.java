@org.jspecify.annotations.NullMarked
package org.casebridge.matching.web;
