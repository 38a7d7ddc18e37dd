package dev.feierabend.policies.almanac;

import static dev.feierabend.policies.Documents.CALENDAR;
import static dev.feierabend.policies.Documents.almanac;
import static dev.feierabend.policies.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlmanacsTest {
  private static final String OTHER =
      CALENDAR
          .replace("our-days", "other-days")
          .replace("name: staff", "name: other-staff")
          .replace("election-sundays", "our-elections");

  private final List<Almanac> shipped = List.of(almanac(CALENDAR), almanac(OTHER));

  @Test
  void oneOfTheSameNameReplacesWhatIsShipped() {
    String newer = CALENDAR.replace("2026-11-01", "2027-11-01");

    assertThat(Almanacs.of(shipped, List.of(input("own.yaml", newer))))
        .isEqualTo(new Parsed.Valid<>(List.of(almanac(OTHER), almanac(newer))));
  }

  @Test
  void oneOfAnotherNameIsAddedUnlessItsListsAreThereAlready() {
    String own =
        "apiVersion: feierabend.dev/v1\nkind: HolidayCalendar\n"
            + "metadata: {name: own, edition: 1, source: us}\nspec:\n  lists:\n"
            + "    - {name: bridge-days, days: []}\n";
    assertThat(Almanacs.of(shipped, List.of(input("own.yaml", own))))
        .isInstanceOfSatisfying(
            Parsed.Valid.class, valid -> assertThat((List<?>) valid.value()).hasSize(3));
    assertThat(faults(input("own.yaml", own.replace("bridge-days", "election-sundays"))))
        .containsExactly(
            "own.yaml:6:14: expected a list of no other calendar; a calendar named \"our-days\" "
                + "replaces that one, found \"election-sundays\", which the calendar \"our-days\" "
                + "has");
  }

  @Test
  void twoOfOneNameAndEveryFaultOfEveryFileAreToldAtOnce() {
    assertThat(
            faults(
                input("a.yaml", CALENDAR),
                input("b.yaml", CALENDAR),
                input("c.yaml", OTHER.replace("08-15", "15.8."))))
        .containsExactly(
            "b.yaml:3:18: expected each calendar once, found \"our-days\" again, first in a.yaml",
            "c.yaml:10:13: expected a day, for example 08-15, easter+60 or 2026-09-20, "
                + "found \"15.8.\"");
  }

  private List<String> faults(Almanacs.Input... inputs) {
    return Almanacs.of(shipped, List.of(inputs))
            instanceof Parsed.Invalid<List<Almanac>>(var faults)
        ? faults.stream().map(Fault::toString).toList()
        : List.of();
  }

  private static Almanacs.Input input(String file, String text) {
    return new Almanacs.Input(file, utf8(text));
  }
}
