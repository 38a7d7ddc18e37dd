package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps `pools` (none named: all of the tenant's) awake until `until`.
public record OverrideWish(
    @Nullable List<@NotBlank String> pools,
    @NotNull Instant until,
    @NotBlank @Size(max = Wish.LONGEST_REASON) String because) {

  List<String> named() {
    return pools == null ? List.of() : pools;
  }
}
