package org.casebridge.matching.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.matching.PaperKind;
import org.jspecify.annotations.Nullable;

/** What is known of one paper; {@code whose} is blank for the client's own. */
public record KeepPaper(@NotNull(message = "Choose which paper.") PaperKind kind, @Nullable @Size(max = 200) String whose, @Nullable LocalDate requestedOn, @Nullable LocalDate receivedOn,
                        @Nullable LocalDate issuedOn, @Nullable LocalDate expiresOn, @Nullable @Size(max = 500) String words) {}
