package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalPolicyTest {
  private final String townHall = CanonicalPolicy.of(policy(TOWN_HALL));

  @Test
  void commentsOrderAndSpellingMakeNoDifference() {
    String respelt =
        """
        # another author's hand
        kind: "SchedulePolicy"
        apiVersion: feierabend.dev/v1
        spec:
          floor:
            hosts: 2
          readyBy: {lead: PT0.5H}
          validity: {to: "2027-12-31", from: 2026-01-01}
          exceptions:
            - {date: 2026-12-28, asleep: {from: 14:00, to: 06:00}}
            - {date: 2026-12-24, awake: true}
          asleep:
            - {from: Fri 20:00, to: Mon 06:00}
            - {to: Tue 06:00, from: Mon 20:00}
          zone: Europe/Berlin
          workloads: {labels: {tier: web}}
          pools:
            - ahausen-office
        metadata: {tenant: ahausen, name: rathaus}
        """;

    assertThat(CanonicalPolicy.of(policy(respelt.replace("PT0.5H", "PT30M")))).isEqualTo(townHall);
  }

  @Test
  void everyDifferenceInMeaningShows() {
    for (List<String> change :
        List.of(
            List.of("rathaus", "bauhof"),
            List.of("tenant: ahausen", "tenant: bdorf"),
            List.of("[ahausen-office]", "[ahausen-db]"),
            List.of("tier: web", "tier: db"),
            List.of("Europe/Berlin", "Europe/Paris"),
            List.of("Mon 20:00", "Mon 20:01"),
            List.of("2026-12-24", "2026-12-25"),
            List.of("\"14:00\"", "\"15:00\""),
            List.of("from: 2026-01-01, ", ""),
            List.of("PT30M", "PT31M"),
            List.of("hosts: 2", "hosts: 3"))) {
      String changed = TOWN_HALL.replace(change.getFirst(), change.getLast());

      assertThat(CanonicalPolicy.of(policy(changed))).as(change.toString()).isNotEqualTo(townHall);
    }
  }
}
