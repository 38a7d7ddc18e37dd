package dev.feierabend.helm.realparts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.helm.realparts.Reconciliation.Terms;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Differences that are planted are found, one sentence each.
class ReconciliationTest {
  private static final MachineId HOST = MachineId.of("4c4c4544-0042-3510-8051-b4c04f4d4b01");
  private static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");

  private static final Terms ONCE = new Terms(true, Set.of());

  private static final Intent OFF = intent("power-off", new Step.PowerOff(HOST), 0, 10);
  private static final Intent ON = intent("power-on", new Step.PowerOn(HOST), 20, 30);
  private static final Intent DRAIN = intent("drain", new Step.Drain(HOST, List.of()), 0, 10);

  @Test
  void whereEveryEffectHasItsIntentAndEveryIntentItsEffectThereIsNoDifference() {
    assertThat(differences(List.of(effect("power-off", 5), effect("power-on", 25)), OFF, ON))
        .isEmpty();
  }

  @Test
  void anEffectThatNobodyIntendedIsFound() {
    assertThat(differences(List.of(effect("power-off", 5), effect("power-on", 25)), OFF))
        .singleElement()
        .asString()
        .startsWith("without an intent: power-on " + HOST);
  }

  @Test
  void anEffectBeforeItsIntentOrAfterItsOutcomeHasNone() {
    assertThat(differences(List.of(effect("power-on", 19)), ON)).hasSize(2);
    assertThat(differences(List.of(effect("power-on", 31)), ON)).hasSize(2);
  }

  @Test
  void anIntentThatWasCompletedWithoutAnEffectIsFound() {
    assertThat(differences(List.of(effect("power-off", 5)), OFF, ON))
        .containsExactly("completed without an effect: " + ON.id());
  }

  @Test
  void anIntentWithoutAnOutcomeIsFound() {
    var open = new Intent(OFF.issued(), at(0), Optional.empty());

    assertThat(differences(List.of(effect("power-off", 5)), open))
        .containsExactly("without an outcome: " + OFF.id());
  }

  @Test
  void whatWasDoneTwiceIsFoundWhereNothingWentWrong() {
    var twice = List.of(effect("power-off", 5), effect("power-off", 6));

    assertThat(differences(twice, OFF))
        .singleElement()
        .asString()
        .startsWith("twice for power-off");
    assertThat(Reconciliation.of(twice, List.of(OFF), new Terms(false, Set.of())).differences())
        .isEmpty();
  }

  @Test
  void anEffectThatNamesItsActionBelongsToNoOther() {
    var named =
        new Effect("log", "power-off", HOST.toString(), Optional.of("power-off/other#1"), at(5));

    assertThat(differences(List.of(named), OFF)).hasSize(2);
  }

  @Test
  void ofADrainThereAreAsManyAsThereWasToMoveAndNoneOfAnEmptyHost() {
    assertThat(differences(List.of(effect("drain", 3), effect("drain", 4)), DRAIN)).isEmpty();
    assertThat(differences(List.of(), DRAIN)).isEmpty();
  }

  @Test
  void aMoveBelongsToTheDrainThatPlannedItAndADrainWithMovesToAtLeastOne() {
    var guest = new WorkloadId("guest/4c4c4544-0042-3510-8051-b4c04f4d4b77");
    var drain = intent("drain", new Step.Drain(HOST, List.of(new Move(guest, HOST, HOST))), 0, 10);
    var moved = new Effect("log", "move", guest.value(), Optional.empty(), at(5));
    var another = new Effect("log", "move", "guest/other", Optional.empty(), at(5));

    assertThat(differences(List.of(moved), drain)).isEmpty();
    assertThat(differences(List.of(another), drain)).hasSize(2);
  }

  @Test
  void whoIsMovedOffAHostThatGoesOffMustHaveBeenPutToSleep() {
    var guest = new WorkloadId("guest/4c4c4544-0042-3510-8051-b4c04f4d4b77");
    var sleep = intent("sleep", new Step.Sleep(guest, 0), 0, 2);
    var effects =
        List.of(
            new Effect("log", "sleep", guest.value(), Optional.empty(), at(1)),
            effect("power-off", 5),
            new Effect("log", "move", guest.value(), Optional.empty(), at(5)));

    assertThat(differences(effects, sleep, OFF)).isEmpty();
    assertThat(differences(effects.subList(1, 3), OFF)).hasSize(1);
  }

  @Test
  void ofACordonNothingIsSeenWhereTheHypervisorHasNoMarkForIt() {
    var cordon = intent("cordon", new Step.Cordon(HOST), 0, 10);

    assertThat(differences(List.of(), cordon)).hasSize(1);
    assertThat(
            Reconciliation.of(List.of(), List.of(cordon), new Terms(true, Set.of(HOST.toString())))
                .differences())
        .isEmpty();
  }

  private static List<String> differences(List<Effect> effects, Intent... intents) {
    return Reconciliation.of(effects, List.of(intents), ONCE).differences();
  }

  private static Effect effect(String verb, int second) {
    return new Effect("log", verb, HOST.toString(), Optional.empty(), at(second));
  }

  private static Intent intent(String verb, Step step, int begun, int ended) {
    var action = new ActionId("%s/%s@plan#1".formatted(verb, HOST));
    var issued =
        new ActionIssued(
            Owner.OPERATOR,
            action,
            step,
            "plan",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            at(3600),
            0,
            false,
            at(begun));
    OfAction completed = new ActionCompleted(Owner.OPERATOR, action, "as wanted", at(ended));
    return new Intent(issued, at(begun), Optional.of(new Intent.Outcome(completed, at(ended))));
  }

  private static Instant at(int second) {
    return EVENING.plusSeconds(second);
  }
}
