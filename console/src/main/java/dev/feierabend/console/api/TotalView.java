package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Servers;
import org.jspecify.annotations.Nullable;

/// A month of all hosts: what they took, what sleep saved, and what always being on would have
/// taken, each with one standard deviation; and how they were used.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TotalView(
    Estimate kwh,
    Estimate savedKwh,
    Estimate withoutSleepKwh,
    Estimate savedKilogramsCo2,
    @Nullable Estimate savedEuro,
    Servers servers) {
  static TotalView of(Figures figures, Servers servers) {
    return new TotalView(
        figures.kwh(),
        figures.savedKwh(),
        figures.withoutSleepKwh(),
        figures.savedKilogramsCo2(),
        figures.euro(figures.savedKwh()).orElse(null),
        servers);
  }
}
