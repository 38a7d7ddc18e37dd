package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.Documents.EVALUATION;
import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.CanonicalPolicy;
import dev.feierabend.policies.language.Floor;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OpenWindowTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String NIGHT = "{from: Mon 20:00, to: Tue 06:00}";
  private static final String WEEKEND = "{from: Fri 20:00, to: Mon 06:00}";
  private static final String FLOOR = "floor: {hosts: 2}";

  @Test
  void aPolicysFloorCountsAlways() {
    String text = TOWN_HALL.replace(FLOOR, "floor: {share: 20%, replicas: 1}");
    assertThat(at(text, "2026-11-24T12:00")).isEqualTo(new Floor(1, 20, 1));
    assertThat(at(text, "2026-11-24T03:00")).isEqualTo(new Floor(1, 20, 1));
  }

  @Test
  void aWindowsOwnFloorCountsWhileItIsOpenAndSaysOnlyWhatItNames() {
    String text = withFloor(TOWN_HALL, NIGHT, "{hosts: 5}").replace(FLOOR, "floor: {replicas: 1}");
    assertThat(at(text, "2026-11-23T19:59")).isEqualTo(new Floor(1, 0, 1));
    assertThat(at(text, "2026-11-23T20:00")).isEqualTo(new Floor(5, 0, 1));
    assertThat(at(text, "2026-11-24T05:59")).isEqualTo(new Floor(5, 0, 1));
    assertThat(at(text, "2026-11-24T06:00")).isEqualTo(new Floor(1, 0, 1));
    assertThat(at(text, "2026-11-28T12:00")).isEqualTo(new Floor(1, 0, 1));
  }

  @Test
  void aWindowMayKeepLessThanThePolicy() {
    assertThat(at(withFloor(TOWN_HALL, WEEKEND, "{hosts: 0}"), "2026-11-28T12:00"))
        .isEqualTo(new Floor(0, 0, 0));
  }

  @Test
  void theHighestCountsWhereWindowsAreOpenTogether() {
    String text =
        withFloor(TOWN_HALL, WEEKEND, "{hosts: 3, replicas: 1}")
            .replace(
                "  exceptions:",
                "    - {from: 2026-11-28 00:00, to: 2026-11-29 00:00, floor: {share: 50%}}\n"
                    + "  exceptions:");
    assertThat(at(text, "2026-11-28T12:00")).isEqualTo(new Floor(3, 50, 1));
    assertThat(at(text, "2026-11-29T12:00")).isEqualTo(new Floor(3, 0, 1));
  }

  @Test
  void aSleepingDateHasThePolicysFloor() {
    String text =
        withFloor(TOWN_HALL, NIGHT, "{hosts: 0}")
            .replace("asleep: {from: \"14:00\"", "asleep: {from: \"21:00\"");
    assertThat(at(text, "2026-12-28T20:30")).isEqualTo(new Floor(0, 0, 0));
    assertThat(at(text, "2026-12-28T22:00")).isEqualTo(new Floor(2, 0, 0));
  }

  @Test
  void aWindowThatTheClocksSkipHasNoFloorEither() {
    String text = TOWN_HALL.replace(NIGHT, "{from: Sun 02:10, to: Sun 02:50, floor: {hosts: 9}}");
    text = text.replace(WEEKEND, "{from: Fri 20:00, to: Sun 01:00}");
    assertThat(at(text, "2026-03-29T03:00")).isEqualTo(new Floor(2, 0, 0));
    assertThat(at(text, "2026-04-05T02:20")).isEqualTo(new Floor(9, 0, 0));
  }

  @Test
  void aShareIsRoundedUpAndNeverBelowTheNumber() {
    assertThat(new Floor(1, 20, 0).hostsOf(11)).isEqualTo(3);
    assertThat(new Floor(1, 20, 0).hostsOf(0)).isEqualTo(1);
    assertThat(new Floor(4, 20, 0).hostsOf(10)).isEqualTo(4);
    assertThat(new Floor(0, 100, 0).hostsOf(7)).isEqualTo(7);
  }

  @Test
  void aFloorSaysSomethingAndNothingImpossible() {
    assertThat(policyFaults(TOWN_HALL.replace(FLOOR, "floor: {}")))
        .singleElement()
        .asString()
        .contains("\"hosts\", \"share\" or \"replicas\", found none of them");
    assertThat(policyFaults(TOWN_HALL.replace(FLOOR, "floor: {share: 101%, hosts: -1}")))
        .satisfiesExactly(
            share -> assertThat(share).endsWith("for example 20%, found \"101%\""),
            hosts -> assertThat(hosts).endsWith("for example 2, found \"-1\""));
    assertThat(
            policyFaults(
                TOWN_HALL.replace(
                    "  exceptions:",
                    "  never: [{date: 2026-09-20, floor: {hosts: 1}}]\n  exceptions:")))
        .singleElement()
        .asString()
        .contains("found \"floor\"");
  }

  @Test
  void aWindowsFloorIsComparedToo() {
    assertThat(CanonicalPolicy.of(policy(withFloor(TOWN_HALL, NIGHT, "{hosts: 2}"))))
        .isNotEqualTo(CanonicalPolicy.of(policy(TOWN_HALL)));
  }

  @Test
  void whatIsOpenIsToldThoughTheSleepBeganByAnother() {
    String text =
        TOWN_HALL.replace(
            "  exceptions:",
            "    - {from: 2026-11-24 05:00, to: 2026-11-24 20:00, because: count}\n  exceptions:");
    assertThat(open(text, "2026-11-24T04:00")).isEqualTo("[Mon 20:00 → Tue 06:00]");
    assertThat(open(text, "2026-11-24T05:30"))
        .isEqualTo("[Mon 20:00 → Tue 06:00, 2026-11-24 05:00 → 2026-11-24 20:00]");
    assertThat(open(text, "2026-11-24T14:10")).isEqualTo("[2026-11-24 05:00 → 2026-11-24 20:00]");
    assertThat(open(text, "2026-11-24T21:00")).isEqualTo("[]");
  }

  private static String open(String text, String local) {
    return EVALUATION
        .open(policy(text), LocalDateTime.parse(local).atZone(BERLIN).toInstant())
        .stream()
        .map(because -> ((Because.Rule) because).window())
        .toList()
        .toString();
  }

  private static Floor at(String text, String local) {
    return EVALUATION.floor(policy(text), LocalDateTime.parse(local).atZone(BERLIN).toInstant());
  }

  private static String withFloor(String text, String window, String floor) {
    return text.replace(window, window.replace("}", ", floor: " + floor + "}"));
  }
}
