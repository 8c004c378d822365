package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A score by its name, and the questions whose weights it adds up. */
public record BuildScore(@NotBlank(message = "Write what the score is called.") @Size(max = 200) String name, @Nullable @Size(max = 300) List<@Size(max = 300) String> of) {}
