package dev.feierabend.core.agreeing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What time brings about by itself, evening by evening.
class AheadOfTimeTest {
  private static final AgreementId AGREEMENT = Night.agreement(Night.TENANTS.getFirst());
  private static final String SHORT = Night.digest(Night.SHORT);
  private static final String LATER = Night.digest(Night.LATER);

  private final Agreements agreements = new Agreements();
  private AgreementState state = AgreementState.NEW;

  @Test
  void theFormerVersionCountsUntilTheFirstDayOfTheNext() {
    agree(Night.SHORT);
    agree(Night.LATER);
    assertThat(state.active()).contains(SHORT);
    assertThat(agreements.waiting()).extracting(Agreements.Entry::digest).containsExactly(LATER);
    assertThat(timeBrings(Night.at(0))).isEmpty();

    Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
    assertThat(WhenTimeIsUpThenEnd.next(agreements, Night.at(0))).containsExactly(midnight);
    assertThat(timeBrings(midnight))
        .contains(
            new PolicySuperseded(AGREEMENT, SHORT, LATER, midnight),
            new PolicyActivated(AGREEMENT, LATER, midnight));
    assertThat(state.active()).contains(LATER);
  }

  @Test
  void aWithdrawalEndsWhatWaitsTooSoThatItNeverComesUndone() {
    agree(Night.SHORT);
    agree(Night.LATER);

    ask(new WithdrawPolicy(AGREEMENT, Night.ACTORS.getLast(), "enough", Night.at(0)));

    assertThat(timeBrings(Night.at(1))).isEmpty();
    assertThat(state.active()).isEmpty();
  }

  @Test
  void thePartiesAreRemindedOnceAndAfterTheLastDayItIsOver() {
    agree(Night.SHORT);
    Instant end = Instant.parse("2026-11-24T23:00:00Z");

    assertThat(timeBrings(end.minus(Duration.ofDays(1)).minusSeconds(1))).isEmpty();
    assertThat(timeBrings(Night.at(1)))
        .containsExactly(new ExpiryNear(AGREEMENT, SHORT, end, Night.at(1)));
    assertThat(agreements.active()).allMatch(Agreements.Entry::reminded);
    assertThat(timeBrings(end.minusSeconds(1))).isEmpty();
    assertThat(timeBrings(end)).containsExactly(new PolicyExpired(AGREEMENT, SHORT, end));
    assertThat(agreements.active()).isEmpty();
  }

  private void agree(String document) {
    var at = Night.at(0);
    ask(new ProposePolicy(AGREEMENT, document, Night.ACTORS.getFirst(), at, Optional.empty()));
    ask(new ApprovePolicy(AGREEMENT, Night.digest(document), Night.ACTORS.getLast(), at));
  }

  /// As the recorder does: what was overtaken within the same look is refused, and dropped.
  private List<JournalEvent> timeBrings(Instant at) {
    var events = new ArrayList<JournalEvent>();
    for (Command command : WhenTimeIsUpThenEnd.at(agreements, new Exceptions(), at)) {
      if (state.decide((AgreementCommand) command) instanceof Decision.Accepted(var next)) {
        next.forEach(this::happened);
        events.addAll(next);
      }
    }
    return events;
  }

  private void ask(AgreementCommand command) {
    switch (state.decide(command)) {
      case Decision.Accepted(var events) -> events.forEach(this::happened);
      case Decision.Rejected(var refusal) -> throw new AssertionError(refusal.sentence());
    }
  }

  private void happened(JournalEvent event) {
    state = state.evolve((AgreementEvent) event);
    agreements.on((AgreementEvent) event);
  }
}
