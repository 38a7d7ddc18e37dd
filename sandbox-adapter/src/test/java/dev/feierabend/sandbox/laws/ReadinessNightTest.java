package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.Trouble;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A whole night at a town hall that says by a test how it is known that its service answers.
class ReadinessNightTest {
  private static final Instant AFTERNOON = ThreeTowns.START.plus(Duration.ofHours(16));
  private static final Instant READY_BY = ThreeTowns.START.plus(Duration.ofMinutes(30 * 61));
  private static final Instant FIVE_PAST_SIX = READY_BY.minus(Duration.ofMinutes(10));
  private static final Instant NOON = READY_BY.plus(Duration.ofHours(6));
  private static final PoolId OFFICE = new PoolId("ahausen-office");
  private static final ThreeTowns TOWNS = new ThreeTowns(6, 1);

  @Test
  void whatServesAtOnceIsReadyAtOnce() {
    NightWorld world = night(Faults.NONE);
    world.live(READY_BY);

    assertThat(ready(world)).singleElement().matches(at -> at.isBefore(FIVE_PAST_SIX));
  }

  @Test
  void whatRunsButDoesNotAnswerIsReadyOnlyOnceItDoes() {
    NightWorld world = night(silentUntil(FIVE_PAST_SIX));
    world.live(FIVE_PAST_SIX.minusSeconds(1));
    assertThat(office(world)).isNotEmpty().allMatch(workload -> workload.ready() == 1);
    assertThat(ready(world)).isEmpty();

    world.live(READY_BY.plusSeconds(1));

    assertThat(ready(world))
        .singleElement()
        .matches(at -> !at.isBefore(FIVE_PAST_SIX) && !at.isAfter(FIVE_PAST_SIX.plusSeconds(60)));
    assertThat(late(world)).isEmpty();
  }

  @Test
  void whatNeverAnswersIsLateAndTheTestIsItsCause() {
    NightWorld world = night(silentUntil(NOON.plusSeconds(1)));
    world.live(NOON);

    assertThat(ready(world)).isEmpty();
    assertThat(late(world))
        .singleElement()
        .satisfies(late -> {
          assertThat(late.because())
              .isEqualTo("its readiness test https://ahausen-office.example/health: answered 503");
          assertThat(late.at()).isBetween(READY_BY, READY_BY.plusSeconds(60));
        });
  }

  private static Faults silentUntil(Instant until) {
    return Faults.script(List.of(new Trouble.DoesNotAnswer(OFFICE.value(), AFTERNOON, until)));
  }

  private static NightWorld night(Faults faults) {
    var world = new NightWorld(fleet(), AFTERNOON, faults, new Luck(1), Long.MAX_VALUE);
    ThreeTowns.Proposal proposal = TOWNS.proposals().getFirst();
    String document =
        proposal
            .document()
            .replace("{lead: PT30M}", "{lead: PT30M, test: https://ahausen-office.example/health}");
    var agreement = AgreementId.of(proposal.tenant(), proposal.name());
    String digest = Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
    world.send(
        new ProposePolicy(
            agreement, document, new ActorId("actor-17"), AFTERNOON, Optional.empty()));
    world.send(new ApprovePolicy(agreement, digest, new ActorId("actor-4"), AFTERNOON));
    return world;
  }

  private static List<Instant> ready(NightWorld world) {
    return world
        .evidence()
        .events(CapacityReady.class)
        .filter(ready -> ready.pool().equals(OFFICE))
        .map(CapacityReady::at)
        .toList();
  }

  private static List<WakeLate> late(NightWorld world) {
    return world.evidence().events(WakeLate.class).toList();
  }

  private static List<Workload> office(NightWorld world) {
    return world.centre.observe().workloads().stream()
        .filter(workload -> workload.pool().equals(OFFICE))
        .toList();
  }

  private static Fleet fleet() {
    byte[] bytes = TOWNS.fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet", bytes)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }
}
