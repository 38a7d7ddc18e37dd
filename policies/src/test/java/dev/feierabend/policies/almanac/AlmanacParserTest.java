package dev.feierabend.policies.almanac;

import static dev.feierabend.policies.Documents.CALENDAR;
import static dev.feierabend.policies.Documents.almanac;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.Land;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlmanacParserTest {
  private final Almanac almanac = almanac(CALENDAR);

  @Test
  void everythingThatTheDocumentSaysIsThere() {
    assertThat(almanac.title().source()).isEqualTo("our council");
    assertThat(almanac.title().licence()).isEmpty();
    assertThat(almanac.holidays())
        .extracting(AlmanacDay::name)
        .containsExactly("Fronleichnam", "Mariä Himmelfahrt");
    AlmanacDay assumption = almanac.holidays().getLast();
    assertThat(assumption.day()).isEqualTo(new DayRule.Fixed(MonthDay.of(8, 15)));
    assertThat(assumption.region().keys()).containsExactly("09162000");
    assertThat(assumption.years()).isEqualTo(new Years(Optional.of(2025), Optional.empty()));
    assertThat(almanac.lists().getLast().days().getFirst().region().laender())
        .containsExactlyInAnyOrder(Land.BE, Land.MV);
  }

  @Test
  void itsEditionNamesItAndTellsAnotherContentUnderTheSameEdition() {
    assertThat(almanac.edition()).matches("our-days 2026-11-01 \\([0-9a-f]{8}\\)");
    assertThat(almanac(CALENDAR.replace("12-31", "12-30")).edition())
        .startsWith("our-days 2026-11-01 (")
        .isNotEqualTo(almanac.edition());
  }

  @Test
  void anEmptyOneReplacesWhatItsNameHad() {
    Almanac empty = almanac(CALENDAR.substring(0, CALENDAR.indexOf("spec:")) + "spec: {}\n");

    assertThat(empty.holidays()).isEmpty();
    assertThat(empty.lists()).isEmpty();
  }

  @Test
  void daysAreSpeltInThreeWaysAndToldAsTheyAreSpelt() {
    for (String day : new String[] {"02-29", "easter", "easter-48", "easter+60", "2026-09-20"}) {
      assertThat(DayRule.of(day)).hasToString(day);
    }
    assertThat(DayRule.of("02-29").in(2027)).isEmpty();
    assertThat(DayRule.of("02-29").in(2028)).contains(LocalDate.of(2028, 2, 29));
    assertThat(DayRule.of("easter-80").in(2285)).contains(LocalDate.of(2285, 1, 1));
    assertThat(DayRule.of("easter+250").in(2038)).contains(LocalDate.of(2038, 12, 31));
    assertThat(DayRule.of("easter").in(1582)).isEmpty();
    assertThat(DayRule.of("2026-09-20").in(2027)).isEmpty();
  }

  @Test
  void itIsOutlivedOnceEveryDayThatEndsHasPassedAndNeverIfNoneEnds() {
    Almanac ends =
        almanac(CALENDAR.replace("years: {from: 2025}", "years: {from: 2025, to: 2027}"));

    assertThat(ends.outlived(LocalDate.of(2027, 12, 31))).isFalse();
    assertThat(ends.outlived(LocalDate.of(2028, 1, 1))).isTrue();
    assertThat(almanac(CALENDAR.replaceAll("2026-(03|09)-", "$1-")).outlived(LocalDate.MAX))
        .isFalse();
  }
}
