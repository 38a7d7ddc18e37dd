package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One fault at a time, in the words that its author reads.
class PolicyFaultsTest {

  @Test
  void anUnknownZone() {
    only(
        with("zone: Europe/Berlin", "zone: Europe/Berlinn"),
        "policy.yaml:7:9: expected a time zone of the IANA list, for example Europe/Berlin, "
            + "found \"Europe/Berlinn\"; did you mean \"Europe/Berlin\"?");
  }

  @Test
  void anOffsetIsNoZone() {
    only(
        with("zone: Europe/Berlin", "zone: \"+02:00\""),
        "policy.yaml:7:9: expected a time zone of the IANA list, for example Europe/Berlin, "
            + "found \"+02:00\"");
  }

  @Test
  void anIntervalOfLengthZero() {
    only(
        with("to: Tue 06:00", "to: Mon 20:00"),
        "policy.yaml:9:29: expected an end other than the beginning, for example Tue 06:00, "
            + "found \"Mon 20:00\", an interval of length zero");
  }

  @Test
  void overlappingIntervals() {
    only(
        with("to: Tue 06:00", "to: Sat 06:00"),
        "policy.yaml:10:7: expected intervals that don't overlap, found "
            + "\"Fri 20:00 → Mon 06:00\", which overlaps \"Mon 20:00 → Sat 06:00\" of line 9");
  }

  @Test
  void overlappingIntervalsOverTheWeeksEnd() {
    only(
        with("from: Mon 20:00", "from: Mon 05:59"),
        "policy.yaml:10:7: expected intervals that don't overlap, found "
            + "\"Fri 20:00 → Mon 06:00\", which overlaps \"Mon 05:59 → Tue 06:00\" of line 9");
  }

  @Test
  void theWholeWeekAsleep() {
    only(
        with("from: Mon 20:00, to: Tue 06:00", "from: Mon 06:00, to: Fri 20:00"),
        "policy.yaml:9:5: expected some time of the week awake, found the whole week asleep");
  }

  @Test
  void aDayThatIsNone() {
    only(
        with("Mon 20:00", "Mo 20:00"),
        "policy.yaml:9:14: expected a day and a time, for example Mon 20:00, found \"Mo 20:00\"; "
            + "did you mean \"Mon 20:00\"?");
  }

  @Test
  void aTimeThatIsNone() {
    only(
        with("Mon 20:00", "Mon 24:00"),
        "policy.yaml:9:14: expected a day and a time, for example Mon 20:00, found \"Mon 24:00\"");
  }

  @Test
  void aMisspeltTenantAndPool() {
    only(
        with("tenant: ahausen", "tenant: Ahausen"),
        "policy.yaml:3:35: expected a tenant's id, for example \"ahausen\", found \"Ahausen\"");
    only(
        with("[ahausen-office]", "[ahausen office]"),
        "policy.yaml:5:11: expected a pool's id, for example \"ahausen-office\", "
            + "found \"ahausen office\"");
  }

  @Test
  void aNegativeFloor() {
    only(
        with("hosts: 2", "hosts: -1"),
        "policy.yaml:16:18: expected a number of hosts of at least 0, for example 2, "
            + "found \"-1\"");
  }

  @Test
  void nothingSelectedDoesNotMeanAll() {
    only(
        with("  pools: [ahausen-office]\n  workloads: {labels: {tier: web}}\n", ""),
        "policy.yaml:5:3: expected \"pools\" or \"workloads\", "
            + "for example pools: [ahausen-office], found neither");
  }

  private static String with(String old, String replacement) {
    assertThat(TOWN_HALL).contains(old);
    return TOWN_HALL.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement));
  }

  private static void only(String document, String fault) {
    assertThat(policyFaults(document)).containsExactly(fault);
  }
}
