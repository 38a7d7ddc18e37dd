package dev.feierabend.console.api;

import dev.feierabend.core.reporting.energy.Estimate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A month's parts as CSV (RFC 4180). Ids and numbers hold nothing that would have to be quoted.
final class ShareTable {
  private static final String HEAD =
      "month,owner,kwh,kwh_uncertainty,saved_kwh,saved_kwh_uncertainty,saved_kg_co2,euro,saved_euro";
  private static final String END = "\r\n";

  private ShareTable() {}

  static String of(ReportView report) {
    return Stream.concat(
            Stream.of(HEAD), report.shares().stream().map(share -> line(report.month(), share)))
        .collect(Collectors.joining(END, "", END));
  }

  private static String line(String month, ShareView share) {
    return Stream.of(
            month,
            share.owner(),
            share.kwh().value(),
            share.kwh().uncertainty(),
            share.savedKwh().value(),
            share.savedKwh().uncertainty(),
            share.savedKilogramsCo2().value(),
            value(share.euro()),
            value(share.savedEuro()))
        .map(Object::toString)
        .collect(Collectors.joining(","));
  }

  /// Nothing where no price is known.
  private static String value(@Nullable Estimate estimate) {
    return Optional.ofNullable(estimate).map(it -> String.valueOf(it.value())).orElse("");
  }
}
