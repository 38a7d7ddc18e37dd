package dev.feierabend.app.demo;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolCommand.RegisterPool;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.centre.Services;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.SandboxLoad;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The three towns' data centre with the whole product on it, living in virtual time.
final class DemoWeek implements AutoCloseable {
  /// When a morning is over.
  private static final Duration MORNING = Duration.ofHours(8);

  final VirtualTime time;
  final DataCentre centre;
  final Journal journal;
  private final Memory memory = Memory.empty();
  private final Map<PoolId, Owner> owners = new TreeMap<>();
  private final LoadSource load;

  DemoWeek(DemoSettings settings, Fleet fleet, VirtualTime time, CommitLog log, Object teller) {
    this.time = time;
    var luck = new Luck(settings.seed());
    LoadModel model =
        settings
            .load()
            .orElseGet(() -> new GeneratedLoad(luck, ThreeTowns.ZONE, ThreeTowns.HOLIDAYS));
    this.centre = new DataCentre(fleet, model, time);
    this.load = new SandboxLoad(fleet, centre, model);
    var handlers = new ArrayList<>(memory.handlers());
    handlers.add(teller);
    this.journal = Slices.journal(log, time, handlers);
    fleet
        .pools()
        .forEach(
            pool -> owners.put(pool.id(), pool.tenant().map(Owner::of).orElse(Owner.OPERATOR)));
    var faults = faults(settings.seed());
    start(faults, luck);
    DemoPeople.bind(ActorsFile.beside(settings.out()), journal, time.instant());
    record(DemoKey.of(settings.seed()));
    propose(new ThreeTowns(settings.hosts(), settings.seed()));
  }

  /// On Wednesday morning a host doesn't wake; a technician is there at nine.
  private DemoFaults faults(long seed) {
    Instant night = ThreeTowns.START.plus(Duration.ofDays(2));
    Instant nine = night.plus(Duration.ofHours(9));
    var faults = new DemoFaults(seed, night.plus(Duration.ofHours(4)), nine);
    time.at(nine, "technician", () -> faults.dead().ifPresent(centre::repair));
    return faults;
  }

  private void start(DemoFaults faults, Luck luck) {
    var hypervisor = new Hypervisor(centre, faults, luck);
    var effects =
        new Effects(
            hypervisor,
            hypervisor,
            new PowerSwitch(centre, faults, luck),
            new Services(centre, faults));
    var settings =
        new Reconciler.Settings(
            Mode.ACTIVE,
            new Rules(2, 1, 0.8, Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            new Evaluation(Calendars.shipped().together()));
    var reconciler = new Reconciler(centre, effects, memory, settings, journal);
    new Cadence(reconciler, time, time, Cadence.Beat.MINUTES).start();
    Map<PoolId, Integer> members = new TreeMap<>();
    centre.observe().workloads().forEach(w -> members.merge(w.pool(), 1, Integer::sum));
    members.forEach((pool, count) ->
        journal.send(new RegisterPool(owners.getOrDefault(pool, Owner.OPERATOR), pool, count)));
  }

  private void record(CheckpointSigner signer) {
    Instant start = time.instant();
    var checkpoints = new Checkpoints(journal.log(), journal, signer, Optional.of(DemoKey.ORIGIN));
    var records = new DemoRecords(journal, checkpoints);
    Duration interval = DemoRecords.INTERVAL;
    time.every(
        start.plus(interval),
        interval,
        "record",
        () -> records.utilisation(load, owners, time.instant()));
    time.every(
        start.plus(MORNING), Duration.ofDays(1), "sign", () -> records.checkpoint(time.instant()));
  }

  /// Proposed on Monday at nine by one person, approved an hour later by another.
  private void propose(ThreeTowns towns) {
    Instant nine = ThreeTowns.START.plus(Duration.ofHours(9));
    List<ThreeTowns.Proposal> proposals = towns.proposals();
    time.at(nine, "propose", () -> new Desk(journal, time).propose(proposals));
    time.at(
        nine.plus(Duration.ofHours(1)),
        "approve",
        () -> new Desk(journal, time).approve(memory.agreements()));
  }

  /// Ends the journal cleanly; it compacts.
  @Override
  public void close() {
    journal.close();
  }
}
