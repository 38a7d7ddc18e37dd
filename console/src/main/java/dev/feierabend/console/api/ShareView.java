package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Share;
import org.jspecify.annotations.Nullable;

/// One owner's part of a month (`operator` or `tenant:ID`), each figure with one standard
/// deviation: what it took by the processor time of its workloads, and what their sleep saved; euro
/// where a price is known.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShareView(
    String owner,
    Estimate kwh,
    Estimate savedKwh,
    Estimate savedKilogramsCo2,
    @Nullable Estimate euro,
    @Nullable Estimate savedEuro) {
  static ShareView of(Share share, Figures figures) {
    return new ShareView(
        share.owner().toString(),
        share.kwh(),
        share.savedKwh(),
        figures.kilogramsCo2(share.savedKwh()),
        figures.euro(share.kwh()).orElse(null),
        figures.euro(share.savedKwh()).orElse(null));
  }
}
