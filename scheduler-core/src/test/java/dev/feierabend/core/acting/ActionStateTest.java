package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionStateTest {
  private static final Instant AT = Instant.parse("2026-11-23T19:00:00Z");

  private final ActionState state = new ActionState.New();

  @Test
  void anIntentOfTheHighestTermOrALaterOneIsRecorded() {
    assertThat(issue(intent(2), 2)).isEqualTo(Decision.of(intent(2)));
    assertThat(issue(intent(3), 2)).isEqualTo(Decision.of(intent(3)));
  }

  @Test
  void anIntentOfATermThatIsOverIsRefused() {
    assertThat(issue(intent(2), 3))
        .isEqualTo(
            Decision.reject(
                "deposed",
                "Expected an intent of term 3 or later but cordon/host-0#1 is of term 2: another leads since"));
  }

  @Test
  void aHistoryFromBeforeTermsWereRecordedRefusesNoIntent() {
    assertThat(issue(intent(1), 0)).isEqualTo(Decision.of(intent(1)));
  }

  @Test
  void whatWasDoneWhileTheStoreWasOutIsRecordedWhoeverLeadsByNow() {
    var spooled = intent(2).asSpooled();
    assertThat(issue(spooled, 3)).isEqualTo(Decision.of(spooled));
  }

  @Test
  void anActionIsIssuedOnceInWhateverTerm() {
    var issued = state.evolve(intent(2));
    assertThat(issued.decide(new ActionCommand.Issue(intent(3), 2)))
        .isEqualTo(
            Decision.reject(
                "issued-already", "Expected a new action but cordon/host-0#1 was issued before"));
  }

  private Decision issue(ActionIssued intent, long highest) {
    return state.decide(new ActionCommand.Issue(intent, highest));
  }

  private static ActionIssued intent(long term) {
    return new ActionIssued(
        Owner.OPERATOR,
        new ActionId("cordon/host-0#1"),
        new Step.Cordon(TinyFleet.host(0)),
        "plan/" + AT,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        AT,
        term,
        false,
        AT);
  }
}
