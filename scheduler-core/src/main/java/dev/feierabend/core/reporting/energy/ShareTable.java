package dev.feierabend.core.reporting.energy;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A month's parts as CSV (RFC 4180): a line an owner, and `total` last where the whole is told.
/// Ids and numbers hold nothing that would have to be quoted; where no price is known, there is
/// nothing in euro.
public final class ShareTable {
  private static final String HEAD =
      "month,owner,kwh,kwh_uncertainty,saved_kwh,saved_kwh_uncertainty,saved_kg_co2,euro,saved_euro";
  private static final String END = "\r\n";

  private ShareTable() {}

  /// @param parts the whole, or one each of what may be told
  public static String of(YearMonth month, List<Figures> parts) {
    return Stream.concat(Stream.of(HEAD), parts.stream().flatMap(part -> lines(month, part)))
        .collect(Collectors.joining(END, "", END));
  }

  private static Stream<String> lines(YearMonth month, Figures part) {
    Stream<String> shares =
        part.shares().stream()
            .map(it -> line(month, it.owner().toString(), it.kwh(), it.savedKwh(), part));
    return Stream.concat(
        shares,
        part.servers().stream().map(_ -> line(month, "total", part.kwh(), part.savedKwh(), part)));
  }

  private static String line(
      YearMonth month, String owner, Estimate kwh, Estimate savedKwh, Figures factors) {
    return Stream.of(
            month,
            owner,
            kwh.value(),
            kwh.uncertainty(),
            savedKwh.value(),
            savedKwh.uncertainty(),
            factors.kilogramsCo2(savedKwh).value(),
            value(factors.euro(kwh)),
            value(factors.euro(savedKwh)))
        .map(Object::toString)
        .collect(Collectors.joining(","));
  }

  private static String value(Optional<Estimate> estimate) {
    return estimate.map(it -> String.valueOf(it.value())).orElse("");
  }
}
