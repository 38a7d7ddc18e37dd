package dev.feierabend.policies.comparison;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.evaluation.Because;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Instant MONDAY = Instant.parse("2026-06-07T22:00:00Z");
  private static final Instant A_WEEK_LATER = MONDAY.plus(Duration.ofDays(7));

  @Test
  void theSameDocumentChangesNothing() {
    Comparison same = compared(TOWN_HALL, TOWN_HALL);

    assertThat(same).isEqualTo(new Comparison(true, same.terms(), same.changes()));
    assertThat(same.sameMeaning()).isTrue();
    assertThat(same.changes()).isEmpty();
  }

  @Test
  void commentsQuotesAndOrderChangeTheDocumentAndNotItsMeaning() {
    Comparison same =
        compared(TOWN_HALL, "# agreed\n" + TOWN_HALL.replace("hosts: 2", "hosts: \"2\""));

    assertThat(same.sameDocument()).isFalse();
    assertThat(same.sameMeaning()).isTrue();
  }

  @Test
  void anHourEarlierIsAnHourThatFallsAsleepWithBothReasons() {
    Comparison earlier = compared(TOWN_HALL, TOWN_HALL.replace("Mon 20:00", "Mon 19:00"));

    assertThat(earlier.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.from()).isEqualTo("2026-06-08T17:00:00Z");
          assertThat(change.to()).isEqualTo("2026-06-08T18:00:00Z");
          assertThat(change.asleep()).isTrue();
          assertThat(change.before()).isEqualTo(new Because.NoWindow());
          assertThat(change.after()).isInstanceOf(Because.Rule.class);
        });
  }

  @Test
  void theReverseChangesTheSameTimeTheOtherWayRound() {
    String later = TOWN_HALL.replace("Fri 20:00", "Sat 20:00");

    assertThat(compared(later, TOWN_HALL).changes())
        .isEqualTo(
            compared(TOWN_HALL, later).changes().stream()
                .map(c -> new Change(c.from(), c.to(), !c.asleep(), c.after(), c.before()))
                .toList())
        .isNotEmpty();
  }

  @Test
  void whatChangesNoTimeIsToldAsATerm() {
    Comparison floor = compared(TOWN_HALL, TOWN_HALL.replace("hosts: 2", "hosts: 3"));

    assertThat(floor.changes()).isEmpty();
    assertThat(floor.terms()).containsExactly(new Term("floor", "hosts: 2", "hosts: 3"));
  }

  @Test
  void aLongerLeadWakesEarlier() {
    assertThat(compared(TOWN_HALL, TOWN_HALL.replace("PT30M", "PT45M")).changes())
        .isNotEmpty()
        .allSatisfy(change -> {
          assertThat(change.asleep()).isFalse();
          assertThat(change.length()).isEqualTo(Duration.ofMinutes(15));
          assertThat(change.after()).isInstanceOf(Because.WakingUp.class);
        });
  }

  private static Comparison compared(String older, String newer) {
    return Comparison.of(Documents.EVALUATION, policy(older), policy(newer), MONDAY, A_WEEK_LATER);
  }
}
