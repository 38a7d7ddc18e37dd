package dev.feierabend.core.acting;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.WhenTimeIsUpThenEnd;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.planning.Canary;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Planner;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.core.planning.Supervision;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The process manager: at each tick it looks at the fleet, judges what is under way, plans, and
/// takes the next step of everything that is not yet as planned. It keeps nothing of its own
/// between ticks but what the journal could not take; so a restart goes on where a kill stopped.
public final class Reconciler {
  /// @param period the longest time between two ticks when all is well
  /// @param evaluation tells what policies want
  /// @param tuning how carefully capacity goes
  public record Settings(
      Mode mode, Rules rules, Duration period, Evaluation evaluation, Tuning tuning) {
    public Settings(Mode mode, Rules rules, Duration period, Evaluation evaluation) {
      this(mode, rules, period, evaluation, Tuning.USUAL);
    }
  }

  private final FleetPort fleet;
  private final Effects effects;
  private final Memory memory;
  private final Settings settings;
  private final Planner planner;
  private final Recorder recorder;
  private final Rhythm rhythm;
  private final Expectations expectations;
  private final GroupAlarm groups = new GroupAlarm();
  private volatile boolean waiting;
  private volatile boolean boarding;
  private volatile boolean held;
  private volatile Stack stack = Stack.NONE;

  /// Alone on the journal, and spools in memory; see `Recorder` for what outlives a kill.
  public Reconciler(
      FleetPort fleet, Effects effects, Memory memory, Settings settings, Dispatch journal) {
    this(fleet, effects, memory, settings, Recorder.alone(journal));
  }

  public Reconciler(
      FleetPort fleet, Effects effects, Memory memory, Settings settings, Recorder recorder) {
    this.fleet = fleet;
    this.effects = effects;
    this.memory = memory;
    this.settings = settings;
    this.planner =
        new Planner(
            memory.agreements(),
            memory.exceptions(),
            memory.plans(),
            settings.mode(),
            settings.rules(),
            settings.evaluation());
    this.recorder = recorder;
    this.rhythm = new Rhythm(settings.period());
    this.expectations =
        new Expectations(memory, settings.evaluation(), settings.tuning().coverage());
  }

  /// One look and the steps that follow from it.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where the fleet can't be seen; nothing is done then
  public void tick(Instant at) {
    boolean steady = rhythm.steady(at) && isReleasedSince(at.minus(rhythm.ahead()), at);
    recorder.begin(memory.night().actions().highestTerm());
    recorder.all(WhenTimeIsUpThenEnd.at(memory.agreements(), memory.exceptions(), at));
    Snapshot seen = fleet.observe();
    judge(seen, at);
    Arrivals arrivals = Arrivals.of(seen, memory.night(), settings.tuning().punctuality(), at);
    PowerPlan plan = recordedPlan(seen, arrivals, at);
    if (settings.mode() != Mode.SHADOW) {
      act(seen, plan, arrivals, steady, at);
    }
    recorder.all(arrivals.alarms());
    report(seen, at);
  }

  /// From now on there are ticks.
  void begin() {
    rhythm.begin();
  }

  /// True while actions are under way or wait for their turn, or a test for its answer, so that the
  /// next look should come soon.
  public boolean busy() {
    return waiting || held || !memory.night().actions().pending().isEmpty();
  }

  /// True while hosts wait until others have booted, so that a free place should be seen at once.
  boolean boarding() {
    return boarding;
  }

  /// How many groups of an order weren't ready in their time since this began.
  public long lateGroups() {
    return groups.sounded();
  }

  /// What stands on what by the last look, and when what is off begins again.
  public Stack stack() {
    return stack;
  }

  /// Runs `called` whenever people have changed what is agreed.
  void whenMindsChange(Runnable called) {
    memory.bell().onRing(called);
  }

  /// From which load on the schedule is contradicted.
  Vigilance vigilance() {
    return settings.tuning().vigilance();
  }

  /// Whether a policy in force lets something sleep.
  boolean isReleased(Instant at) {
    return memory.agreements().active().stream().anyMatch(entry -> isAsleep(entry, at));
  }

  /// Whether what policies in force let sleep at `at` they let sleep at `earlier`, too: so it is
  /// agreed whichever of both it is.
  private boolean isReleasedSince(Instant earlier, Instant at) {
    return earlier.equals(at)
        || memory.agreements().active().stream()
            .allMatch(entry -> !isAsleep(entry, at) || isAsleep(entry, earlier));
  }

  private boolean isAsleep(Agreements.Entry entry, Instant at) {
    return settings.evaluation().at(entry.policy(), at) instanceof Verdict.Asleep;
  }

  /// When a policy in force wants something else next, one that is approved begins, or something
  /// ends; the earliest of all.
  Optional<Instant> nextTransition(Instant after) {
    Stream<Instant> transitions =
        memory.agreements().active().stream()
            .flatMap(entry -> settings.evaluation().next(entry.policy(), after).stream())
            .map(Transition::at);
    Stream<Instant> ends =
        WhenTimeIsUpThenEnd.next(memory.agreements(), memory.exceptions(), after);
    return Stream.concat(transitions, ends).min(Instant::compareTo);
  }

  private void judge(Snapshot seen, Instant at) {
    Memory.Night night = memory.night();
    var conclusions = new Conclusions(seen, night.troubles(), effects.hosts()::obstacle, at);
    night.actions().pending().forEach(issued -> recorder.all(conclusions.of(issued)));
    recorder.all(night.drills().outcomes(at));
    recorder.all(night.drills().descriptions(seen));
    recorder.all(new ForeignChanges(seen, night.actions(), night.slumber(), at).found());
  }

  private PowerPlan recordedPlan(Snapshot seen, Arrivals arrivals, Instant at) {
    var demands = expectations.of(seen.workloads(), nextTransition(at), at);
    Planner.SetAside aside =
        memory.setAside(
            supervision(seen, at),
            arrivals.rising(settings.period()),
            first(at),
            settings.tuning().vigilance(),
            at);
    Planner.Planned planned = planner.plan(seen, demands, aside, at);
    recorder.all(planned.records());
    stack = Stack.of(seen, planned.plan(), planned.beginnings());
    recorder.all(new Keepers(seen, memory.night().troubles(), at).of(planned.plan()));
    return planned.plan();
  }

  /// Which hosts may not sleep yet. Where nothing is touched none does, and what would be saved is
  /// reckoned as if all were known to wake.
  private Supervision supervision(Snapshot seen, Instant at) {
    return settings.mode() == Mode.SHADOW
        ? Supervision.NONE
        : memory.night().drills().supervision(seen.hosts(), settings.tuning().drilling(), at);
  }

  /// Which workloads sleep while the others don't yet: in one mode only, which remembers by the
  /// history how far it has come.
  private Optional<Canary> first(Instant at) {
    if (settings.mode() != Mode.STAGED) {
      return Optional.empty();
    }
    Stages stages = memory.night().stages();
    stages.next(settings.tuning().staging(), at).ifPresent(recorder::record);
    return stages.first(settings.tuning().staging(), at);
  }

  private void act(Snapshot seen, PowerPlan plan, Arrivals arrivals, boolean steady, Instant at) {
    Memory.Night night = memory.night();
    var world = World.of(seen, plan, night.actions(), night.slumber());
    var fence = new Fence(recorder.mandate(), night.actions());
    var carrying = new Carrying(recorder, effects, fence, steady, at);
    var underWay = night.actions().pending();
    var intents = new Intents(world, night, arrivals.leads(), planId(memory.plans()), at);
    List<Step> due = Arrivals.inOrder(Steps.towards(world), night.slumber());
    var turns = new Turns(memory, world, readiness(seen), at);
    List<Step> their = settings.tuning().pace().among(turns.among(due), seen, night.actions(), at);
    List<Step> steps = arrivals.among(their, world, night.slumber());
    waiting = steps.size() < due.size();
    boarding = steps.size() < their.size();
    groups.sound(turns.late(), recorder::record, at);
    var budget = new Budget(settings.tuning().workloads(), underWay);
    carrying.all(carrying.again(underWay, world), carrying.first(steps, intents, budget));
  }

  private void report(Snapshot seen, Instant at) {
    Returns.Reports reports = memory.night().returns().reports(readiness(seen), at);
    recorder.all(reports.commands());
    held = reports.held();
  }

  private Readiness readiness(Snapshot seen) {
    return new Readiness(memory.agreements().active(), seen, effects.readiness());
  }

  private static String planId(Plans plans) {
    return plans.operator().map(decided -> decided.plan()).orElse("none");
  }
}
