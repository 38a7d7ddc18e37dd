package dev.feierabend.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.almanac.Almanac;
import dev.feierabend.policies.almanac.DayRule;
import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes with the product, against the law and against jollyday.
final class CalendarsTest {
  private static final LocalDate CORPUS_CHRISTI = LocalDate.of(2027, 5, 27);
  private static final LocalDate ASSUMPTION = LocalDate.of(2027, 8, 15);

  private final Calendars calendars = Calendars.shipped();
  private final HolidayCalendar calendar = calendars.together();

  @ParameterizedTest
  @CsvSource({
    "TH, 16061045", // Heilbad Heiligenstadt, in the Eichsfeld
    "TH, 16063032", // Geisa
    "TH, 16064074", // Südeichsfeld
    "SN, 14625470", // Räckelwitz
    "SN, 14625640", // Wittichenau
  })
  void corpusChristiIsWhereTheLawOrTheRegulationHasIt(Land land, String key) {
    assertThat(dates(land, key)).contains(CORPUS_CHRISTI);
  }

  @ParameterizedTest
  @CsvSource({
    "TH, 16051000", // Erfurt
    "TH, 16063003", // Bad Salzungen
    "SN, 14612000", // Dresden
    "SN, 14625020", // Bautzen: in two of its parts only
  })
  void corpusChristiIsNotElsewhereInThoseLaender(Land land, String key) {
    assertThat(dates(land, key)).doesNotContain(CORPUS_CHRISTI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09161000", // Ingolstadt, which jollyday has too
        "09261000", // Landshut
        "09361000", // Amberg
        "09661000", // Aschaffenburg
        "09764000", // Memmingen
        "09778171", // Memmingerberg, since 2025
        "09678176", // Schwebheim, since 2025
        "09476183", // Marktrodach, since 2025
      })
  void theAssumptionIsWhereTheLandesamtFoundMoreCatholics(String key) {
    assertThat(dates(Land.BY, key)).contains(ASSUMPTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09564000", // Nürnberg
        "09779194", // Nördlingen
        "09675141", // Kitzingen
        "09374140", // Neustadt am Kulm
        "09477151", // Oberfranken, of which most is missing
      })
  void theAssumptionIsNowhereElse(String key) {
    assertThat(dates(Land.BY, key)).doesNotContain(ASSUMPTION);
  }

  @Test
  void theExceptionsOfTheAssumptionAreAsManyAsTheLandesamtCounted() {
    var region = named("assumption-bavaria").holidays().getFirst().region();

    assertThat(region.except()).filteredOn(key -> key.startsWith("093")).hasSize(226 - 217);
    assertThat(region.except()).filteredOn(key -> key.startsWith("096")).hasSize(308 - 269);
    assertThat(region.except()).filteredOn(key -> key.startsWith("097")).hasSize(340 - 326);
    assertThat(region.except()).hasSize(62);
  }

  @Test
  void aHolidayThatJollydayHasTooIsThereOnce() {
    List<LocalDate> dates = dates(Land.BY, "09162000");

    assertThat(dates).doesNotHaveDuplicates().contains(ASSUMPTION);
  }

  @Test
  void withoutAMunicipalityTheLaenderAreAsJollydaySays() {
    var jollyday = new JollydayCalendar();
    for (int year = 1948; year <= 2201; year++) {
      for (Land land : Land.values()) {
        assertThat(calendar.of(land, Optional.empty(), year))
            .extracting(Holiday::date)
            .containsExactlyElementsOf(
                jollyday.of(land, Optional.empty(), year).stream()
                    .map(Holiday::date)
                    .distinct()
                    .toList());
      }
    }
  }

  @Test
  void itsEasterIsJollydaysFrom1949To2200() {
    var jollyday = new JollydayCalendar();
    DayRule easterMonday = DayRule.of("easter+1");
    for (int year = 1949; year <= 2200; year++) {
      assertThat(jollyday.of(Land.BE, Optional.empty(), year))
          .filteredOn(holiday -> holiday.name().equals("Ostermontag"))
          .extracting(Holiday::date)
          .containsExactly(easterMonday.in(year).orElseThrow());
    }
  }

  @Test
  void theListsHaveTheDaysThatPeopleExpect() {
    assertThat(calendar.lists())
        .containsExactly("carnival", "carnival-monday", "election-sundays", "staff-released");
    assertThat(list("staff-released", Land.BY, 2026))
        .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31));
    assertThat(list("carnival", Land.NW, 2026))
        .containsExactly(
            LocalDate.of(2026, Month.FEBRUARY, 12),
            LocalDate.of(2026, Month.FEBRUARY, 16),
            LocalDate.of(2026, Month.FEBRUARY, 17));
    assertThat(list("election-sundays", Land.BE, 2026)).containsExactly(LocalDate.of(2026, 9, 20));
    assertThat(list("election-sundays", Land.SL, 2027)).containsExactly(LocalDate.of(2027, 4, 18));
  }

  @Test
  void everyElectionIsOnASunday() {
    for (Land land : Land.values()) {
      for (int year : new int[] {2026, 2027}) {
        assertThat(list("election-sundays", land, year))
            .allMatch(date -> date.getDayOfWeek().name().equals("SUNDAY"));
      }
    }
  }

  @Test
  void itsEditionTellsTheLibrarysVersionAndEachFilesEdition() {
    assertThat(Arrays.asList(calendar.edition().split("; ")))
        .hasSize(7)
        .first()
        .asString()
        .matches("jollyday \\d+\\.\\d+\\.\\d+");
    assertThat(calendar.edition())
        .contains(
            "assumption-bavaria 2025-08-15, without 132 ", "corpus-christi-saxony 1995-06-10");
  }

  private Almanac named(String name) {
    return calendars.almanacs().stream()
        .filter(almanac -> almanac.title().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<LocalDate> dates(Land land, String key) {
    return calendar.of(land, Optional.of(new Municipality(key)), 2027).stream()
        .map(Holiday::date)
        .toList();
  }

  private List<LocalDate> list(String name, Land land, int year) {
    return calendar.list(name, land, Optional.empty(), year).orElseThrow().stream()
        .map(Holiday::date)
        .toList();
  }
}
