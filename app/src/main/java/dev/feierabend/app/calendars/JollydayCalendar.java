package dev.feierabend.app.calendars;

import static java.util.Objects.requireNonNull;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The holidays of the 16 Länder, and of the cities that jollyday knows, from 1949 to 2200. The
/// library's data is read when a holiday is first asked for: few commands need it.
public final class JollydayCalendar implements HolidayCalendar {
  private static final String POM = "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties";
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2200;

  /// The library's own codes.
  private static final Map<Municipality, String> CITIES =
      Map.of(
          new Municipality("09161000"), "in",
          new Municipality("09162000"), "mu",
          new Municipality("09362000"), "re",
          new Municipality("09663000"), "wu",
          new Municipality("09761000"), "ag");

  private static final String VERSION = version();

  private record Asked(Land land, Optional<String> city, int year) {}

  private static final class Germany {
    static final HolidayManager MANAGER =
        HolidayManager.getInstance(
            ManagerParameters.create(de.focus_shift.jollyday.core.HolidayCalendar.GERMANY));
  }

  private final Map<Asked, List<Holiday>> known = new ConcurrentHashMap<>();

  @Override
  public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return List.of();
    }
    Optional<String> city = municipality.map(CITIES::get);
    return known.computeIfAbsent(new Asked(land, city, year), JollydayCalendar::looked);
  }

  private static List<Holiday> looked(Asked asked) {
    String land = asked.land().name().toLowerCase(Locale.ROOT);
    String[] place = Stream.concat(Stream.of(land), asked.city().stream()).toArray(String[]::new);
    return Germany.MANAGER.getHolidays(Year.of(asked.year()), place).stream()
        .map(holiday -> new Holiday(holiday.getDate(), holiday.getDescription(Locale.GERMAN)))
        .sorted(Comparator.comparing(Holiday::date))
        .toList();
  }

  @Override
  public String edition() {
    return "jollyday " + VERSION;
  }

  private static String version() {
    try (InputStream in = HolidayManager.class.getResourceAsStream(POM)) {
      var properties = new Properties();
      properties.load(requireNonNull(in, POM));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
