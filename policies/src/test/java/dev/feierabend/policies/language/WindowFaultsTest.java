package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/// One fault at a time, in windows of every form.
class WindowFaultsTest {

  @Test
  void everyIsExpandedBeforeOverlapsAreLookedFor() {
    asleep("{every: Mon-Thu, from: \"19:00\", to: \"06:30\"}, {from: Wed 06:00, to: Wed 08:00}")
        .isEqualTo(
            "6:58: expected intervals that don't overlap, found \"Wed 06:00 → Wed 08:00\", "
                + "which overlaps \"Mon-Thu 19:00 → 06:30\" of line 6");
  }

  @Test
  void aDatedWindowThatEndsBeforeItBegins() {
    asleep("{from: 2026-08-03 18:00, to: 2026-08-01 06:30}")
        .contains("expected an end after the beginning");
    asleep("{from: 2026-08-03 18:00, to: 2027-08-21 06:30}")
        .contains("expected an end within a year of the beginning");
  }

  @Test
  void formsAreNotMixed() {
    asleep("{from: Mon 20:00, to: 2026-08-01 06:30}")
        .isEqualTo(
            "6:34: expected an end of the beginning's form, for example Tue 06:00, "
                + "found \"2026-08-01 06:30\" after \"Mon 20:00\"");
    asleep("{every: Mon, from: Mon 20:00, to: \"06:00\"}")
        .contains("expected a time, for example \"14:00\"");
    asleep("{date: 2026-09-20, from: Mon 20:00, to: Tue 06:00}")
        .contains("expected one of the keys because, every, floor, from, to");
  }

  @Test
  void daysThatAreNoneOrTwice() {
    for (String days : new String[] {"Mon-", "Mo", "Mon-Wed,Tue", "Mon Tue"}) {
      asleep("{every: \"%s\", from: \"19:00\", to: \"06:30\"}".formatted(days))
          .startsWith("6:20: expected days of the week, each once");
    }
  }

  @Test
  void aHolidayNeedsToKnowWhichOnesThereAre() {
    asleep("{from: before holiday 12:00, to: after holiday 06:30}")
        .contains("expected \"holidays\" in spec, for example holidays: {land: BY}");
    asleep("{from: after holiday 12:00, to: holiday 06:30}")
        .contains("expected an end after the beginning");
    asleep("{from: before holidays 12:00, to: after holiday 06:30}")
        .contains("expected a time before, on or after a holiday");
  }

  @Test
  void theYearIsNotSleptThrough() {
    asleep("{from: 01-01 00:00, to: 07-01 00:00}, {from: 07-01 00:00, to: 01-01 00:00}")
        .contains("expected some time of the year awake");
    asleep("{from: 02-29 12:00, to: 02-29 06:00}")
        .contains("expected dates that some year has both of");
  }

  @Test
  void theDefaultLeadMustLeaveSomething() {
    asleep("{from: Mon 20:00, to: Mon 20:30}")
        .contains("expected a window longer than the default lead, or a shorter lead");
  }

  @Test
  void unknownLaenderAndMunicipalities() {
    spec("holidays: {land: XX}").contains("expected a Land, one of BB, BE, BW");
    spec("holidays: {land: BY, municipality: \"0916200\"}").contains("key of 8 digits");
    spec("holidays: {land: BY, municipality: \"14625080\"}")
        .contains("expected a municipality of BY, whose keys begin with 09");
  }

  @Test
  void datesThatOccurTwice() {
    spec("holidays: {land: BY, except: [2026-11-18, 2026-11-18]}")
        .contains("2026-11-18 again, first in line 7");
    spec("never: [{date: 2026-09-20}, {date: 2026-09-20}]")
        .contains("expected each date of \"never\" once, found 2026-09-20 again, first in line 7");
  }

  @Test
  void aReasonIsShortAndSaysSomething() {
    asleep("{from: Mon 20:00, to: Tue 06:00, because: \" \"}")
        .contains("expected a text of up to 200 characters");
    asleep("{from: Mon 20:00, to: Tue 06:00, because: %s}".formatted("x".repeat(201)))
        .contains("expected a text of up to 200 characters");
  }

  private static AbstractStringAssert<?> asleep(String windows) {
    return fault("  asleep: [%s]\n".formatted(windows));
  }

  private static AbstractStringAssert<?> spec(String more) {
    return fault("  asleep: [{from: Mon 20:00, to: Tue 06:00}]\n  %s\n".formatted(more));
  }

  private static AbstractStringAssert<?> fault(String rest) {
    List<String> faults =
        policyFaults(
            """
            apiVersion: feierabend.dev/v1
            kind: SchedulePolicy
            metadata: {name: p, tenant: t}
            spec:
              pools: [a]
            """
                + rest);
    assertThat(faults).hasSize(1);
    return assertThat(faults.getFirst().substring("policy.yaml:".length()));
  }
}
