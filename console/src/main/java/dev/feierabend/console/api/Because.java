package dev.feierabend.console.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Why somebody asks for something; it goes into the history.
record Because(@NotBlank @Size(max = 500) String because) {}
