package dev.feierabend.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JollydayCalendarTest {
  private final JollydayCalendar calendar = new JollydayCalendar();

  @Test
  void theSixteenLaenderAreAsTheirLawsSayFrom2024To2032() {
    assertThat(Land.values()).hasSize(16);
    for (int year = 2024; year <= 2032; year++) {
      for (Land land : Land.values()) {
        assertThat(calendar.of(land, Optional.empty(), year))
            .as("%s %d", land, year)
            .extracting(Holiday::date)
            .containsExactlyElementsOf(LaenderLaw.of(land, year));
      }
    }
  }

  @Test
  void theOracleKnowsEaster() {
    assertThat(IntStream.of(2024, 2025, 2026, 2027).mapToObj(LaenderLaw::easter))
        .containsExactly(
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2025, 4, 20),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2027, 3, 28));
  }

  @Test
  void augsburgKeepsThePeaceAndMunichTheAssumption() {
    assertThat(calendar.of(Land.BY, Optional.of(new Municipality("09761000")), 2026))
        .contains(
            new Holiday(LocalDate.of(2026, 8, 8), "Friedensfest"),
            new Holiday(LocalDate.of(2026, 8, 15), "Mariä Himmelfahrt"));
    assertThat(calendar.of(Land.BY, Optional.of(new Municipality("09162000")), 2026))
        .extracting(Holiday::name)
        .contains("Mariä Himmelfahrt", "Fronleichnam")
        .doesNotContain("Friedensfest");
  }

  @Test
  void aTownThatItDoesntKnowHasTheHolidaysOfItsLand() {
    assertThat(calendar.of(Land.BY, Optional.of(new Municipality("09564000")), 2026))
        .isEqualTo(calendar.of(Land.BY, Optional.empty(), 2026));
  }

  @Test
  void yearsBeyondItHaveNone() {
    assertThat(Arrays.stream(new int[] {1948, 2201, 9999, -1}))
        .allSatisfy(year -> assertThat(calendar.of(Land.BE, Optional.empty(), year)).isEmpty());
  }

  @Test
  void itsEditionIsTheLibrarysVersion() {
    assertThat(calendar.edition()).matches("jollyday \\d+\\.\\d+\\.\\d+");
  }
}
