package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Why somebody asks for something; it goes into the history.
record Because(@NotBlank @Size(max = Wish.LONGEST_REASON) String because) {}
