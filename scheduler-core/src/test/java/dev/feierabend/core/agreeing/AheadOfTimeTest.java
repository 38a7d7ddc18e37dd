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
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What time brings about by itself, evening by evening.
class AheadOfTimeTest {
  private static final AgreementId AGREEMENT = Night.agreement(Night.TENANTS.getFirst());
  private static final String SHORT = Night.digest(Night.SHORT);
  private static final String LATER = Night.digest(Night.LATER);
  private static final String NOTICED = Night.digest(Night.NOTICED);

  /// Of the short one's validity.
  private static final Instant END = Instant.parse("2026-11-24T23:00:00Z");

  private final Agreements agreements = new Agreements();
  private final Exceptions exceptions = new Exceptions();
  private AgreementState state = AgreementState.NEW;

  @Test
  void theFormerVersionCountsUntilTheFirstDayOfTheNext() {
    agree(Night.SHORT);
    agree(Night.LATER);
    assertThat(state.active()).contains(SHORT);
    assertThat(agreements.waiting()).extracting(Agreements.Entry::digest).containsExactly(LATER);
    assertThat(timeBrings(Night.at(0))).isEmpty();

    Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
    assertThat(next(Night.at(0))).containsExactlyInAnyOrder(midnight, END);
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

    assertThat(timeBrings(END.minus(Duration.ofDays(1)).minusSeconds(1))).isEmpty();
    assertThat(timeBrings(Night.at(1)))
        .containsExactly(new ExpiryNear(AGREEMENT, SHORT, END, Night.at(1)));
    assertThat(agreements.active()).allMatch(Agreements.Entry::reminded);
    assertThat(timeBrings(END.minusSeconds(1))).isEmpty();
    assertThat(timeBrings(END)).containsExactly(new PolicyExpired(AGREEMENT, SHORT, END));
    assertThat(agreements.active()).isEmpty();
  }

  @Test
  void untilItsNoticeIsOverTheFormerVersionStaysInForce() {
    agree(Night.SHORT);
    agree(Night.NOTICED);
    Instant noticed = Night.at(1);

    assertThat(next(Night.at(0))).contains(noticed);
    assertThat(timeBrings(noticed.minusSeconds(1))).noneMatch(PolicyActivated.class::isInstance);
    assertThat(state.active()).contains(SHORT);
    assertThat(timeBrings(noticed)).contains(new PolicyActivated(AGREEMENT, NOTICED, noticed));
    assertThat(state.active()).contains(NOTICED);
  }

  @Test
  void aWithdrawalNeedsNoNotice() {
    ask(propose(Night.NOTICED, Night.at(1)));
    ask(approve(Night.NOTICED, Night.at(1)));
    timeBrings(Night.at(2));
    assertThat(state.active()).contains(NOTICED);

    ask(new WithdrawPolicy(AGREEMENT, Night.ACTORS.getLast(), "enough", Night.at(2)));

    assertThat(state.active()).isEmpty();
  }

  @Test
  void anOverrideEndsAtItsEndAndNotAtSomeLookAfterIt() {
    Instant until = Night.at(0).plusSeconds(47);
    var tenant = Night.TENANTS.getFirst();
    var pools = Set.of(Night.pool(tenant));
    var by = Night.ACTORS.getLast();
    exceptions.on(
        new ExceptionEvent.OverrideGranted(tenant, pools, until, by, "council", Night.at(0)));

    assertThat(next(Night.at(0))).containsExactly(until);
    assertThat(WhenTimeIsUpThenEnd.at(agreements, exceptions, until))
        .containsExactly(new ExceptionCommand.EndPoolOverride(tenant, pools, until));
    assertThat(next(until)).isEmpty();
  }

  private void agree(String document) {
    ask(propose(document, Night.at(0)));
    ask(approve(document, Night.at(0)));
  }

  private static ProposePolicy propose(String document, Instant at) {
    return new ProposePolicy(AGREEMENT, document, Night.ACTORS.getFirst(), at, Optional.empty());
  }

  private static ApprovePolicy approve(String document, Instant at) {
    return new ApprovePolicy(AGREEMENT, Night.digest(document), Night.ACTORS.getLast(), at);
  }

  private List<Instant> next(Instant at) {
    return WhenTimeIsUpThenEnd.next(agreements, exceptions, at).toList();
  }

  /// As the recorder does: what was overtaken within the same look is refused, and dropped.
  private List<JournalEvent> timeBrings(Instant at) {
    var events = new ArrayList<JournalEvent>();
    for (Command command : WhenTimeIsUpThenEnd.at(agreements, exceptions, at)) {
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
