package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every checker finds the violation that is planted into a lawful night.
class LawsTest {
  private static Night lawful;

  @BeforeAll
  static void aLawfulNight() {
    lawful =
        LongStream.range(0, 50)
            .mapToObj(seed -> GeneratedNight.lived(seed, Long.MAX_VALUE))
            .filter(LawsTest::letsHostsGo)
            .findFirst()
            .orElseThrow();
    assertThat(Law.ALL).allSatisfy(law -> assertThat(law.violations(lawful)).isEmpty());
  }

  private static boolean letsHostsGo(Night night) {
    return night.issued().anyMatch(issued -> issued.step() instanceof Step.PowerOff)
        && night.events(ActingEvent.CapacityReady.class).findAny().isPresent();
  }

  @Test
  void aPowerDownWithoutItsApprovalIsFound() {
    finds(new ApprovalPrecedesEffect(), without(PolicyActivated.class::isInstance));
  }

  @Test
  void anEffectInDoubtIsFound() {
    finds(new OnIsSafe(), lawful.withDoubtful(List.of(effect("sleep"))));
  }

  @Test
  void anOutcomeWithoutItsIntentAndADoubledEffectAreFound() {
    finds(new IntentEffectOutcome(), without(ActionIssued.class::isInstance));
    var twice = new ArrayList<>(lawful.effects());
    twice.add(effect("sleep"));
    finds(new IntentEffectOutcome(), lawful.withEffects(twice));
  }

  @Test
  void aWakeThatWasDroppedIsFound() {
    finds(new DueWakesAreNeverDropped(), endingWith(Plants::allAsleep));
  }

  @Test
  void aFleetBelowItsFloorIsFound() {
    finds(new NeverBelowTheFloor(), endingWith(Plants::allOff));
  }

  @Test
  void silenceAboutAReturnIsFound() {
    finds(new ReadyByOrAnAlarm(), without(ActingEvent.OfReturn.class::isInstance));
  }

  @Test
  void aSleepAgainstAPersonIsFound() {
    Effect sleep = effect("sleep");
    var change =
        new ForeignChangeObserved(
            Owner.OPERATOR,
            sleep.subject(),
            "asleep",
            "awake",
            Optional.empty(),
            sleep.at().minusSeconds(60),
            sleep.at().plus(Duration.ofHours(1)));
    finds(new APersonsLaterChangeWins(), lawful.with(List.of(recorded(change))));
  }

  @Test
  void anothersSleepersInACommitAreFound() {
    var foreign =
        lawful.history().stream()
            .filter(one -> one.event() instanceof PlanDecided plan && !plan.sleepers().isEmpty())
            .map(one -> new Recorded(one.commit(), one.time(), Owner.OPERATOR, one.event()))
            .toList();
    finds(new TenantsAreIsolated(), lawful.with(foreign));
  }

  @Test
  void aReplayThatActsIsFound() {
    finds(new ReplayExecutesNothing(), lawful.withReplayed(1));
  }

  @Test
  void twoPlansFromTheSameInputsAreFound() {
    var plans = lawful.events(PlanDecided.class).filter(plan -> !plan.hosts().isEmpty()).toList();
    PlanDecided plan = plans.getFirst();
    var other =
        new PlanDecided(
            plan.owner(),
            plan.plan(),
            plan.mode(),
            List.of(),
            plan.sleepers(),
            plan.moves(),
            plan.least(),
            plan.inputs(),
            plan.editions(),
            plan.at());
    finds(new SameInputsSamePlan(), lawful.with(List.of(recorded(plan), recorded(other))));
  }

  @Test
  void aWorkloadThatCameBackDifferentIsFound() {
    finds(new ExactRestoration(), endingWith(Plants::oneMoreReplica));
  }

  @Test
  void anEffectThatStandsNowhereIsFound() {
    finds(new NothingForgotten(), without(ActionIssued.class::isInstance));
  }

  private static void finds(Law law, Night planted) {
    assertThat(law.violations(planted)).isNotEmpty();
  }

  private static Night without(Predicate<JournalEvent> left) {
    return lawful.with(lawful.history().stream().filter(one -> !left.test(one.event())).toList());
  }

  private static Night endingWith(Plants.Change change) {
    return lawful.withSnapshots(
        Stream.concat(lawful.snapshots().stream(), Stream.of(change.of(lawful.last()))).toList());
  }

  private static Effect effect(String verb) {
    return lawful.effects().stream()
        .filter(effect -> effect.changed() && effect.verb().equals(verb))
        .findFirst()
        .orElseThrow();
  }

  private static Recorded recorded(JournalEvent event) {
    return new Recorded(1, lawful.last().at(), event.owner(), event);
  }
}
