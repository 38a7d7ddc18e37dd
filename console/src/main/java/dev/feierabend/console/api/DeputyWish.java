package dev.feierabend.console.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/// From when until when somebody shall stand in for the caller.
public record DeputyWish(@NotNull Instant from, @NotNull Instant until) {}
