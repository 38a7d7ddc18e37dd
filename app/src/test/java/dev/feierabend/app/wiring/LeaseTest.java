package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.leading.Leadership.Standing.Leads;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Instant now = NOON;
  private final Lease lease = new Lease(() -> now);

  @Test
  void whoHasNotBeenGrantedOneHasNone() {
    assertThat(lease.lasts()).isFalse();
  }

  @Test
  void itLastsUntilItsEndByTheReplicasOwnClock() {
    lease.grant(new Leads(4, NOON.plusSeconds(15)));
    assertThat(lease.lasts()).isTrue();

    now = NOON.plusSeconds(15);
    assertThat(lease.lasts()).isFalse();
  }

  @Test
  void itsTermIsTheOneThatWasGrantedWhateverOthersHaveRecorded() {
    lease.grant(new Leads(4, NOON.plusSeconds(15)));
    assertThat(lease.term(9)).isEqualTo(4);

    lease.grant(new Leads(10, NOON.plusSeconds(20)));
    assertThat(lease.term(9)).isEqualTo(10);
  }
}
