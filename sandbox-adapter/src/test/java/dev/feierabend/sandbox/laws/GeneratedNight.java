package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// One night of the three towns, drawn from a seed: two to eight hosts, faults, an outage of the
/// store, people who change their minds, and a kill at a drawn boundary.
final class GeneratedNight {
  private static final Instant AFTERNOON = ThreeTowns.START.plus(Duration.ofHours(16));
  private static final Instant MORNING = ThreeTowns.START.plus(Duration.ofHours(35));
  private static final ActorId AUTHOR = new ActorId("actor-17");
  private static final ActorId CUSTOMER = new ActorId("actor-4");

  private final SplittableRandom random;
  private final ThreeTowns towns;
  private final Ordered ordered;
  private final NightWorld world;

  private GeneratedNight(long seed, long killAt) {
    this.random = new SplittableRandom(seed);
    this.towns = new ThreeTowns(random.nextInt(2, 9), seed);
    this.ordered = new Ordered(towns, seed);
    double rate = random.nextInt(3) == 0 ? 0.05 : 0;
    var faults = rate == 0 ? Faults.NONE : Faults.of(seed, rate);
    this.world = new NightWorld(fleet(ordered), AFTERNOON, faults, new Luck(seed), killAt);
  }

  /// Lives the night of `seed`, killed at the `killAt`-th boundary.
  static Night lived(long seed, long killAt) {
    return new GeneratedNight(seed, killAt).live().evidence();
  }

  /// The same in mode `STAGED`.
  static Night staged(long seed, long killAt) {
    var night = new GeneratedNight(seed, killAt);
    night.world.in(Mode.STAGED);
    return night.live().evidence();
  }

  /// The same where hosts have to be known to wake; nobody knows of any yet.
  static Night drilled(long seed, long killAt) {
    var night = new GeneratedNight(seed, killAt);
    night.world.drilling();
    return night.live().evidence();
  }

  /// How many boundaries the night of `seed` has.
  static long boundaries(long seed) {
    return new GeneratedNight(seed, Long.MAX_VALUE).live().boundaries();
  }

  private NightWorld live() {
    people();
    world.live(MORNING);
    // Technicians repair what hangs; then everything has an hour to come back.
    world.centre.observe().hosts().stream().map(Host::id).forEach(world.centre::repair);
    world.live(MORNING.plus(Duration.ofHours(1)));
    return world;
  }

  private void people() {
    for (ThreeTowns.Proposal proposal : towns.proposals()) {
      var agreement = AgreementId.of(proposal.tenant(), proposal.name());
      String document = ordered.document(proposal);
      String digest = Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
      Instant now = AFTERNOON;
      at(
          "a " + proposal.name(),
          Duration.ofMinutes(1),
          new ProposePolicy(agreement, document, AUTHOR, now, Optional.empty()));
      if (random.nextInt(5) > 0) {
        at(
            "b " + proposal.name(),
            Duration.ofMinutes(2),
            new ApprovePolicy(agreement, digest, CUSTOMER, now));
      }
      if (random.nextInt(6) == 0) {
        at("c " + proposal.name(), drawn(), new WithdrawPolicy(agreement, CUSTOMER, "no", now));
      }
    }
    exceptions();
    trouble();
  }

  private void exceptions() {
    if (random.nextInt(4) == 0) {
      Duration begin = drawn();
      Instant from = AFTERNOON.plus(begin);
      var tenant = towns.proposals().get(random.nextInt(3)).tenant();
      at(
          "override",
          begin,
          new GrantOverride(
              tenant,
              Set.of(),
              from.plus(Duration.ofHours(2)),
              CUSTOMER,
              "election",
              from,
              Duration.ofDays(14)));
    }
    if (random.nextInt(6) == 0) {
      Duration begin = drawn();
      Instant from = AFTERNOON.plus(begin);
      at("freeze", begin, new DeclareFreeze(Owner.OPERATOR, AUTHOR, "storm", from));
      at("thaw", begin.plusHours(1), new LiftFreeze(Owner.OPERATOR, AUTHOR, from));
    }
  }

  private void trouble() {
    if (random.nextInt(3) == 0) {
      Duration begin = drawn();
      world.time.at(AFTERNOON.plus(begin), "disk full", () -> world.refuses = true);
      Duration end = begin.plusMinutes(random.nextInt(10, 180));
      world.time.at(AFTERNOON.plus(end), "disk free", () -> world.refuses = false);
    }
    if (random.nextInt(3) == 0) {
      world.time.at(AFTERNOON.plus(drawn()), "person", this::somebodyWakesAGuest);
    }
  }

  private void somebodyWakesAGuest() {
    var seen = world.centre.observe();
    var hands = new Hypervisor(world.centre, Faults.NONE, new Luck(0));
    seen.workloads().stream()
        .filter(workload -> workload.asleep())
        .findFirst()
        .ifPresent(workload ->
            seen.hosts().stream()
                .filter(Host::inService)
                .findFirst()
                .ifPresent(host ->
                    hands.wake(
                        new Step.Wake(workload.id(), 1, 0, Optional.of(host.id())),
                        NightWorld.PERSON)));
  }

  private Duration drawn() {
    return Duration.ofMinutes(random.nextInt(10, 17 * 60));
  }

  private void at(String key, Duration after, Command command) {
    world.time.at(AFTERNOON.plus(after), key, () -> insist(key, command));
  }

  /// Asks again every five minutes while the store is out.
  private void insist(String key, Command command) {
    try {
      world.send(command);
    } catch (Outage _) {
      Instant again = world.time.instant().plus(Duration.ofMinutes(5));
      world.time.at(again, key, () -> insist(key, command));
    }
  }

  private static Fleet fleet(Ordered towns) {
    byte[] bytes = towns.fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet", bytes)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }
}
