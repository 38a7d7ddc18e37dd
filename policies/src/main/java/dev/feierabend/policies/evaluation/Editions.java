package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import java.time.zone.ZoneRulesProvider;

/// Which editions of dated knowledge a verdict stands on: the calendar's and the zone data's.
public record Editions(String calendar, String zones) {
  /// Every release of the zone data has this zone.
  private static final String ANY_ZONE = "Europe/Berlin";

  static Editions with(HolidayCalendar calendar) {
    return new Editions(calendar.edition(), ZoneRulesProvider.getVersions(ANY_ZONE).lastKey());
  }
}
