package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.feierabend.policies.Seen;
import dev.feierabend.policies.language.DateException.Sleeps;
import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulePolicyParserTest {
  @Test
  void everythingThatADocumentSaysIsRead() {
    SchedulePolicy policy = policy(TOWN_HALL);

    assertThat(policy.name()).isEqualTo("rathaus");
    assertThat(policy.tenants()).containsExactly(new TenantId("ahausen"));
    assertThat(policy.clauses()).isEqualTo(Clauses.USUAL);
    assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(policy.lead()).isEqualTo(Duration.ofMinutes(30));
    assertThat(policy.floor()).isEqualTo(new Floor(2, 0, 0));
    assertThat(policy.validity())
        .isEqualTo(
            new Validity(
                Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2027, 12, 31))));
    assertThat(policy.asleep().rules())
        .extracting(rule -> rule.when().toString(), WindowRule::line)
        .containsExactly(tuple("Mon 20:00 → Tue 06:00", 9), tuple("Fri 20:00 → Mon 06:00", 10));
    assertThat(policy.asleep().exceptions())
        .containsExactly(
            new StaysAwake(LocalDate.of(2026, 12, 24)),
            new Sleeps(LocalDate.of(2026, 12, 28), LocalTime.of(14, 0), LocalTime.of(6, 0)));
  }

  @Test
  void aSelectorWantsThePoolAndEveryLabel() {
    Selector selects = policy(TOWN_HALL).selects();

    assertThat(selects.matches(Seen.of("ahausen-office", Map.of("tier", "web", "a", "b"))))
        .isTrue();
    assertThat(selects.matches(Seen.of("ahausen-office", Map.of("tier", "db")))).isFalse();
    assertThat(selects.matches(Seen.of("bdorf-school", Map.of("tier", "web")))).isFalse();
  }

  @Test
  void withoutPoolsEveryPoolOfTheTenantIsMeant() {
    Selector selects = policy(TOWN_HALL.replace("  pools: [ahausen-office]\n", "")).selects();

    assertThat(selects.matches(Seen.of("ahausen-db", Map.of("tier", "web")))).isTrue();
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    assertThat(Document.of(utf8("abc")).digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(policy(TOWN_HALL).document().text()).isEqualTo(TOWN_HALL);
  }
}
