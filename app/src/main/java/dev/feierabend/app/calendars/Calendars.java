package dev.feierabend.app.calendars;

import dev.feierabend.policies.almanac.Almanac;
import dev.feierabend.policies.almanac.AlmanacCalendar;
import dev.feierabend.policies.almanac.AlmanacParser;
import dev.feierabend.policies.almanac.Almanacs;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Every calendar that the product has: jollyday's, the almanacs that come with it, and the
/// operator's own.
public record Calendars(List<Almanac> almanacs) {
  /// The files beside this class.
  private static final List<String> FILES =
      List.of(
          "assumption-bavaria",
          "corpus-christi-saxony",
          "corpus-christi-thuringia",
          "staff-released",
          "carnival",
          "election-sundays");

  public Calendars {
    almanacs = List.copyOf(almanacs);
  }

  /// Without any of the operator's.
  public static Calendars shipped() {
    return new Calendars(FILES.stream().map(Calendars::read).toList());
  }

  /// With the operator's documents, each instead of one that is shipped under its name or beside
  /// them.
  public static Parsed<Calendars> with(List<Almanacs.Input> own) {
    return switch (Almanacs.of(shipped().almanacs, own)) {
      case Parsed.Valid<List<Almanac>>(var together) -> new Parsed.Valid<>(new Calendars(together));
      case Parsed.Invalid<List<Almanac>>(var faults) -> new Parsed.Invalid<>(faults);
    };
  }

  public HolidayCalendar together() {
    return new AlmanacCalendar(new JollydayCalendar(), almanacs);
  }

  private static Almanac read(String name) {
    String file = name + ".yaml";
    try (InputStream in = Objects.requireNonNull(Calendars.class.getResourceAsStream(file), file)) {
      return switch (AlmanacParser.parse(file, in.readAllBytes())) {
        case Parsed.Valid<Almanac>(var almanac) -> almanac;
        case Parsed.Invalid<Almanac>(var faults) ->
            throw new IllegalStateException("A shipped calendar has faults: " + faults);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
