package dev.feierabend.policies.almanac;

import static dev.feierabend.policies.Documents.CALENDAR;
import static dev.feierabend.policies.Documents.almanac;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlmanacCalendarTest {
  private static final Optional<Municipality> MUNICH = Optional.of(new Municipality("09162000"));

  private final HolidayCalendar calendar =
      new AlmanacCalendar(HolidayCalendar.NONE, List.of(almanac(CALENDAR)));

  @Test
  void aDistrictsMunicipalitiesHaveItsHolidayExceptThoseThatHavent() {
    assertThat(dates(Land.TH, "16061001")).containsExactly(LocalDate.of(2027, 5, 27));
    assertThat(dates(Land.TH, "16063011")).containsExactly(LocalDate.of(2027, 5, 27));
    assertThat(dates(Land.TH, "16061045")).isEmpty();
    assertThat(dates(Land.TH, "16051000")).isEmpty();
  }

  @Test
  void withoutAMunicipalityThereIsNoneOfItsHolidays() {
    assertThat(calendar.of(Land.TH, Optional.empty(), 2027)).isEmpty();
  }

  @Test
  void aHolidayBeginsWithItsFirstYear() {
    assertThat(calendar.of(Land.BY, MUNICH, 2024)).isEmpty();
    assertThat(calendar.of(Land.BY, MUNICH, 2025)).hasSize(1);
  }

  @Test
  void whatTheLawCallsADayItIsCalledAndItIsThereOnce() {
    var law = new Holiday(LocalDate.of(2027, 8, 15), "the law's name");
    var both = new AlmanacCalendar(only(law), List.of(almanac(CALENDAR)));

    assertThat(both.of(Land.BY, MUNICH, 2027)).containsExactly(law);
  }

  @Test
  void aListHasTheDaysOfItsPlaceInOrder() {
    assertThat(calendar.lists()).containsExactly("election-sundays", "staff-released");
    assertThat(calendar.list("staff-released", Land.BY, Optional.empty(), 2026))
        .contains(
            List.of(
                new Holiday(LocalDate.of(2026, 12, 24), "Heiligabend"),
                new Holiday(LocalDate.of(2026, 12, 31), "Silvester")));
    assertThat(calendar.list("election-sundays", Land.BE, Optional.empty(), 2026))
        .contains(List.of(new Holiday(LocalDate.of(2026, 9, 20), "Landtagswahl")));
    assertThat(calendar.list("election-sundays", Land.BY, MUNICH, 2026))
        .contains(List.of(new Holiday(LocalDate.of(2026, 3, 8), "Kommunalwahl")));
    assertThat(calendar.list("election-sundays", Land.BY, Optional.empty(), 2026))
        .contains(List.of());
    assertThat(calendar.list("bridge-days", Land.BE, Optional.empty(), 2026)).isEmpty();
  }

  @Test
  void itsEditionIsThatOfAllThatItIsMadeOf() {
    assertThat(calendar.edition()).matches("none; our-days 2026-11-01 \\([0-9a-f]{8}\\)");
  }

  private List<LocalDate> dates(Land land, String key) {
    return calendar.of(land, Optional.of(new Municipality(key)), 2027).stream()
        .map(Holiday::date)
        .toList();
  }

  private static HolidayCalendar only(Holiday holiday) {
    return new HolidayCalendar() {
      @Override
      public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
        return year == holiday.date().getYear() ? List.of(holiday) : List.of();
      }

      @Override
      public String edition() {
        return "one";
      }
    };
  }
}
