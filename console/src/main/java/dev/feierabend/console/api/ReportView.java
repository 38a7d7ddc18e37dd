package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A month's accounts as far as a caller may see them: `2026-05`, of which `from` until `until` is
/// recorded, made by `method`; `closed` since when they stand, where they do; `total` for those who
/// see everything.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
    String month,
    String zone,
    Instant from,
    Instant until,
    String method,
    @Nullable Instant closed,
    @Nullable TotalView total,
    List<ShareView> shares,
    List<OutcomeView> agreements,
    EmissionFactor co2,
    @Nullable Double euroAKwh) {
  public ReportView {
    shares = List.copyOf(shares);
    agreements = List.copyOf(agreements);
  }

  /// @param parts one of the whole, or one each of what the caller may see; at least one
  static ReportView of(Sheet sheet, List<Figures> parts) {
    Figures first = parts.getFirst();
    return new ReportView(
        sheet.month().toString(),
        sheet.zone().getId(),
        first.recorded().from(),
        first.recorded().until(),
        first.method().edition(),
        sheet.closed().orElse(null),
        first.servers().map(servers -> TotalView.of(first, servers)).orElse(null),
        parts.stream()
            .flatMap(part -> part.shares().stream().map(share -> ShareView.of(share, part)))
            .toList(),
        parts.stream()
            .flatMap(part ->
                part.agreements().stream().map(kept -> OutcomeView.of(kept, part.euroAKwh())))
            .toList(),
        first.co2(),
        first.euroAKwh().orElse(null));
  }
}
