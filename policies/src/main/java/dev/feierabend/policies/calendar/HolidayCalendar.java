package dev.feierabend.policies.calendar;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Which days a place has off. A value in the reader's hand: whatever it was made from was read
/// before, so asking it twice gives the same answer.
public interface HolidayCalendar {
  /// Knows no holiday of any place.
  HolidayCalendar NONE =
      new HolidayCalendar() {
        @Override
        public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
          return List.of();
        }

        @Override
        public String edition() {
          return "none";
        }
      };

  /// In order, each date once; in a municipality its own holidays too. Empty for years that the
  /// calendar doesn't cover.
  List<Holiday> of(Land land, Optional<Municipality> municipality, int year);

  /// The names of its lists of days.
  default SortedSet<String> lists() {
    return Collections.emptySortedSet();
  }

  /// The days of a list at a place, in order, each date once; empty where there is no such list.
  default Optional<List<Holiday>> list(
      String name, Land land, Optional<Municipality> municipality, int year) {
    return Optional.empty();
  }

  /// Which data it was made from, for the record.
  String edition();
}
