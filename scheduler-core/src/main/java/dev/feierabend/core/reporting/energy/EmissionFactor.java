package dev.feierabend.core.reporting.energy;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Direct CO2 of a kilowatt hour of German power. Of other sources, which count other gases, too,
/// none may be put beside these.
///
/// @param year whose power it was
/// @param source who says so
/// @param estimated not final yet
public record EmissionFactor(int year, double gramsAKwh, String source, boolean estimated) {
  private static final String UBA = "Umweltbundesamt";
  private static final NavigableMap<Integer, EmissionFactor> GERMAN =
      Stream.of(
              new EmissionFactor(2019, 401, UBA, false),
              new EmissionFactor(2020, 369, UBA, false),
              new EmissionFactor(2021, 410, UBA, false),
              new EmissionFactor(2022, 434, UBA, true),
              new EmissionFactor(2024, 363, UBA, true))
          .collect(Collectors.toMap(EmissionFactor::year, it -> it, (one, _) -> one, TreeMap::new));

  /// The newest that is known of that year or one before; of the first year before that.
  public static EmissionFactor of(int year) {
    return Optional.ofNullable(GERMAN.floorEntry(year)).orElseGet(GERMAN::firstEntry).getValue();
  }
}
