package org.casebridge.documents.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.consent.ConsentId;
import org.casebridge.documents.Document;
import org.jspecify.annotations.Nullable;

/** A paper to put into the record; the file itself comes beside it. */
record AddDocument(@Size(max = 200) @Nullable String title, @NotNull(message = "Choose what it is about.") Document.@Nullable About about, @Nullable ConsentId consent) {}
