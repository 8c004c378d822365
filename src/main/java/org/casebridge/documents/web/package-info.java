@org.jspecify.annotations.NullMarked
package org.casebridge.documents.web;
