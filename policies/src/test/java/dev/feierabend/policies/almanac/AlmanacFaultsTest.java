package dev.feierabend.policies.almanac;

import static dev.feierabend.policies.Documents.CALENDAR;
import static dev.feierabend.policies.Documents.almanacFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One fault at a time, and all of them at once.
class AlmanacFaultsTest {
  private static final String KEY =
      "a municipality's key of 8 digits, or the 5 of a district or the 3 of a Regierungsbezirk, "
          + "for example \"16061\"";

  @Test
  void aDayThatIsNone() {
    for (String day : new String[] {"8-15", "02-30", "easter+0", "easter+251", "2026-9-20", "x"}) {
      only(
          with("08-15", day),
          "calendar.yaml:10:13: expected a day, for example 08-15, easter+60 or 2026-09-20, "
              + "found \"%s\"".formatted(day));
    }
  }

  @Test
  void aKeyOfNoLandAndOneTooLong() {
    only(
        with("\"09162000\"]", "\"17061\", 091620001]"),
        "calendar.yaml:10:62: expected %s, found \"17061\"".formatted(KEY),
        "calendar.yaml:10:71: expected %s, found \"091620001\"".formatted(KEY));
  }

  @Test
  void aLandThatIsNoneIsGuessed() {
    assertThat(almanacFaults(with("[MV, BE]", "[MV, BEE]")).getFirst())
        .startsWith("calendar.yaml:18:63: expected a Land, one of BB, BE, ")
        .endsWith("found \"BEE\"; did you mean \"BE\"?");
  }

  @Test
  void aPlaceTwiceOrWithinAnother() {
    only(
        with("[\"16061\", \"16063011\"]", "[\"16061\", \"16061\", \"16061046\"]"),
        "calendar.yaml:8:33: expected each place once, found \"16061\" again, first in line 8",
        "calendar.yaml:8:42: expected each place once, "
            + "found \"16061046\", which is within \"16061\" of line 8");
    only(
        with("[MV, BE]", "[MV, MV]"),
        "calendar.yaml:18:63: expected each place once, found \"MV\" again, first in line 18");
  }

  @Test
  void anExceptionOfNothing() {
    only(
        with("\"16061045\"", "\"16062045\""),
        "calendar.yaml:9:16: expected a key within one of \"municipalities\", "
            + "found \"16062045\"");
  }

  @Test
  void aHolidayNowhereAndADayInTwoWays() {
    only(
        with("municipalities: [\"09162000\"], years", "years"),
        "calendar.yaml:10:7: expected \"laender\" or \"municipalities\", "
            + "for example municipalities: [\"16061\"], found neither");
    only(
        with("laender: [MV, BE]", "laender: [MV, BE], municipalities: [\"16061\"]"),
        "calendar.yaml:18:11: expected either \"laender\" or \"municipalities\", found both");
  }

  @Test
  void yearsThatSayNothingEndBeforeTheyBeginOrStandBesideADate() {
    only(
        with("{from: 2025}", "{}"),
        "calendar.yaml:10:82: expected \"from\", \"to\" or both, found neither");
    only(
        with("{from: 2025}", "{from: 2025, to: 2024}"),
        "calendar.yaml:10:99: expected a last year at or after the first, 2025, found 2024");
    only(
        with("laender: [MV, BE]", "years: {from: 2025}"),
        "calendar.yaml:18:56: expected no \"years\" beside a date, found \"2026-09-20\"");
  }

  @Test
  void aDayTwiceInAList() {
    only(
        with("12-31", "12-24"),
        "calendar.yaml:15:11: expected each day once a place, "
            + "found \"12-24\" again, first in line 14");
  }

  @Test
  void aHolidayTwiceInAMunicipality() {
    only(
        with(
            "08-15, name: Mariä Himmelfahrt, municipalities: [\"09162000\"]",
            "easter+60, name: Fronleichnam, municipalities: [\"160\"]"),
        "calendar.yaml:10:7: expected each day once a place, "
            + "found \"easter+60\" again, first in line 6");
  }

  @Test
  void theSameDayElsewhereOrInOtherYearsIsNoFault() {
    String elsewhere =
        with(
            "12-31, name: Silvester",
            "12-24, name: Heiligabend, municipalities: [\"16061045\"], years: {from: 2030}");
    assertThat(
            almanacFaults(
                elsewhere
                    .replace(
                        "{day: 12-24, name: Heiligabend}",
                        "{day: 12-24, name: x, years: {to: 2029}}")
                    .replace("2026-11-01", "\"\"")))
        .hasSize(1);
    String excepted =
        with(
            "08-15, name: Mariä Himmelfahrt, municipalities: [\"09162000\"]",
            "easter+60, name: Fronleichnam, municipalities: [\"16061045\"]");
    assertThat(almanacFaults(excepted.replace("2026-11-01", "\"\""))).hasSize(1);
  }

  @Test
  void aListTwice() {
    only(
        with("name: election-sundays", "name: staff-released"),
        "calendar.yaml:16:13: expected each list once, "
            + "found \"staff-released\" again, first in line 12");
  }

  @Test
  void aKeyThatNobodyKnowsAndOneThatIsMissing() {
    only(
        with("source:", "sorce:"),
        "calendar.yaml:3:11: expected \"source\": a text of up to 500 characters, "
            + "for example \"FronleichnamsVO of 4 May 1993\", found no \"source\"",
        "calendar.yaml:3:49: expected one of the keys edition, licence, name, source, "
            + "found \"sorce\"; did you mean \"source\"?");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(
            almanacFaults(
                CALENDAR
                    .replace("08-15", "15.8.")
                    .replace("MV, ", "XX, ")
                    .replace("12-31", "12-24")))
        .hasSize(3);
  }

  private static String with(String old, String replacement) {
    assertThat(CALENDAR).contains(old);
    return CALENDAR.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement));
  }

  private static void only(String document, String... faults) {
    assertThat(almanacFaults(document)).containsExactly(faults);
  }
}
