package dev.feierabend.console.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/// From when until when a host may be drilled, whatever agreements say then.
public record DrillWish(@NotNull Instant from, @NotNull Instant until) {}
