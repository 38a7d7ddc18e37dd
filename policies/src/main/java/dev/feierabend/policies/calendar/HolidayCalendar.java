package dev.feierabend.policies.calendar;

import java.util.List;
import java.util.Optional;

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

  /// Which data it was made from, for the record.
  String edition();
}
