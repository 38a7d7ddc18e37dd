package dev.feierabend.sandbox.laws;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.acting.Recorder;
import dev.feierabend.core.acting.Tuning;
import dev.feierabend.core.acting.WakeSpool;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Mandate;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.centre.Services;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A data centre, a journal and a service on both that may die and be started again.
final class NightWorld {
  static final Rules RULES = new Rules(1, 1, 0.8, Duration.ofMinutes(5));

  /// Under which a person's hands are logged.
  static final ActionId PERSON = new ActionId("person#1");

  /// A quiet time that is over in the midst of a night, so that both stages are lived.
  static final Staging STAGING = new Staging(0.3, Staging.By.WORKLOAD, Duration.ofHours(3));

  private static final Evaluation NO_HOLIDAYS = new Evaluation(HolidayCalendar.NONE);

  final VirtualTime time;
  final DataCentre centre;
  final EmbeddedCommitLog log;
  private final Effects effects;
  private final Boundaries boundaries;
  private final WakeSpool spool = WakeSpool.inMemory();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Effect> doubtful = new ArrayList<>();
  private Mode mode = Mode.ACTIVE;
  private Drilling drilling = Drilling.NONE;
  private boolean inDoubt;
  private boolean starting;
  private int effectsBefore;
  private Journal journal;
  private @Nullable Cadence cadence;
  private Memory memory = Memory.empty();
  boolean refuses;

  NightWorld(Fleet fleet, Instant start, Faults faults, Luck luck, long killAt) {
    this.time = new VirtualTime(start);
    LoadModel load = (guest, _) -> guest.size().cores() / 4;
    this.centre = new DataCentre(fleet, load, time);
    this.log = EmbeddedCommitLog.inMemory(time);
    var hypervisor = new Hypervisor(centre, faults, luck);
    var power = new PowerSwitch(centre, faults, luck);
    this.effects = new Effects(hypervisor, hypervisor, power, new Services(centre, faults));
    this.boundaries = new Boundaries(killAt);
    this.journal = begin();
  }

  /// Starts the service on what the journal holds; whatever ran before is forgotten.
  private Journal begin() {
    settleDoubt();
    diedWith(cadence);
    starting = true;
    memory = Memory.empty();
    journal = Slices.journal(log, time, memory.handlers());
    Effects guarded = boundaries.guarding(effects);
    var settings =
        new Reconciler.Settings(
            mode,
            RULES,
            Duration.ofMinutes(5),
            NO_HOLIDAYS,
            Tuning.USUAL.with(STAGING).with(drilling));
    var reconciler =
        new Reconciler(
            this::look, guarded, memory, settings, new Recorder(this::send, spool, Mandate.ALONE));
    cadence = new Cadence(reconciler, time, time, Cadence.Beat.MINUTES);
    cadence.start();
    return journal;
  }

  /// Starts the service in another mode.
  NightWorld in(Mode other) {
    mode = other;
    begin();
    return this;
  }

  /// Starts the service where hosts have to be known to wake.
  NightWorld drilling() {
    drilling = Drilling.REQUIRED;
    begin();
    return this;
  }

  /// A killed process takes its timers with it.
  private static void diedWith(@Nullable Cadence cadence) {
    if (cadence != null) {
      cadence.stop();
    }
  }

  private Snapshot look() {
    Snapshot seen = centre.observe();
    settleDoubt();
    inDoubt = refuses || starting;
    starting = false;
    snapshots.add(seen);
    return seen;
  }

  /// What happened since the last look, if that was one in doubt.
  private void settleDoubt() {
    var effects = centre.log().effects();
    if (inDoubt) {
      Instant looked = snapshots.getLast().at();
      effects.subList(effectsBefore, effects.size()).stream()
          .filter(effect -> effect.at().equals(looked) && !isAPersons(effect))
          .forEach(doubtful::add);
    }
    effectsBefore = effects.size();
    inDoubt = false;
  }

  Decision send(Command command) {
    if (refuses) {
      throw new Outage("The journal cannot be written: no space left; free the disk");
    }
    boundaries.pass();
    Decision decision = journal.send(command);
    boundaries.pass();
    return decision;
  }

  /// Lives until `end`; killed on the way, it is started again at once.
  void live(Instant end) {
    boolean alive = false;
    while (!alive) {
      try {
        time.runUntil(end);
        alive = true;
      } catch (Boundaries.Killed _) {
        begin();
      }
    }
  }

  long boundaries() {
    return boundaries.passed();
  }

  private static boolean isAPersons(Effect effect) {
    return effect.action().filter(PERSON::equals).isPresent();
  }

  Night evidence() {
    snapshots.add(centre.observe());
    int before = centre.log().effects().size();
    Slices.journal(log, time, Memory.empty().handlers());
    int replayed = centre.log().effects().size() - before;
    List<Recorded> history;
    try (var recorded = journal.history()) {
      history = recorded.toList();
    }
    return new Night(
        history,
        centre.log().effects().stream().filter(effect -> !isAPersons(effect)).toList(),
        List.copyOf(centre.log().incidents()),
        List.copyOf(snapshots),
        List.copyOf(doubtful),
        replayed,
        RULES.minimumHosts(),
        log);
  }
}
