package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Policies that name lists of days.
class ListsTest {
  private static final String NAMING =
      TOWN_HALL
          + """
            holidays: {land: BY, lists: [staff-released, carnival]}
            never:
              - {days: election-sundays}
          """;

  @Test
  void namesOfListsAreReadWithTheirPlaces() {
    Asleep asleep = policy(NAMING).asleep();

    assertThat(asleep.holidays().orElseThrow().lists())
        .extracting(ListName::toString)
        .containsExactly("staff-released", "carnival");
    assertThat(asleep.never().getFirst().when()).hasToString("days of election-sundays");
  }

  @Test
  void aListThatTheCalendarHasntIsAFaultWithItsPlaceAndTheNearestWord() {
    var known = new TreeSet<>(Set.of("staff-release", "election-sundays"));

    assertThat(ListCheck.against("p.yaml", policy(NAMING), known))
        .extracting(Fault::toString)
        .containsExactly(
            "p.yaml:17:32: expected a list of days of this calendar, one of election-sundays, "
                + "staff-release, found \"staff-released\"; did you mean \"staff-release\"?",
            "p.yaml:17:48: expected a list of days of this calendar, one of election-sundays, "
                + "staff-release, found \"carnival\"");
    assertThat(ListCheck.against("p.yaml", policy(NAMING), new TreeSet<>()))
        .extracting(Fault::toString)
        .hasSize(3)
        .last()
        .isEqualTo(
            "p.yaml:19:14: expected a list of days of this calendar, which has none, "
                + "found \"election-sundays\"");
  }

  @Test
  void aListTwiceIsAFault() {
    assertThat(policyFaults(NAMING.replace("carnival", "staff-released")))
        .containsExactly(
            "policy.yaml:17:48: expected each list once, "
                + "found \"staff-released\" again, first in line 17");
  }

  @Test
  void whoNamesAListSaysWhere() {
    assertThat(policyFaults(NAMING.replaceAll("  holidays: .*\n", "")))
        .containsExactly(
            "policy.yaml:18:7: expected \"holidays\" in spec, for example holidays: {land: BY}, "
                + "found \"days of election-sundays\" without it");
  }

  @Test
  void nothingSleepsOnTheDaysOfAList() {
    assertThat(
            policyFaults(TOWN_HALL.replace("{from: Mon 20:00", "{days: carnival, from: Mon 20:00")))
        .hasSize(1)
        .first()
        .asString()
        .contains("found \"days\"");
  }

  @Test
  void anotherListIsAnotherMeaning() {
    String canonical = CanonicalPolicy.of(policy(NAMING));

    assertThat(CanonicalPolicy.of(policy(NAMING.replace("carnival", "bridge-days"))))
        .isNotEqualTo(canonical);
    assertThat(CanonicalPolicy.of(policy(NAMING.replace("election-sundays", "council-days"))))
        .isNotEqualTo(canonical);
    assertThat(
            CanonicalPolicy.of(
                policy(NAMING.replace("[staff-released, carnival]", "[carnival, staff-released]"))))
        .isEqualTo(canonical);
  }
}
