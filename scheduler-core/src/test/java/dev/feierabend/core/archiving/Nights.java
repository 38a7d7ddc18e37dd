package dev.feierabend.core.archiving;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Draws what might be recorded of three workloads and three hosts, in any order that aggregates
/// allow: sleeps upon sleeps, wakes that fail, people who interfere.
final class Nights {
  private static final TenantId TOWN = new TenantId("ahausen");
  private static final Owner OWNER = Owner.of(TOWN);
  private static final PoolId POOL = new PoolId("ahausen-office");
  private static final Reason REASON = new Reason.Needed();
  private static final List<WorkloadId> WORKLOADS =
      Stream.of("a", "b", "c").map(name -> new WorkloadId("ahausen/" + name)).toList();
  private static final List<MachineId> HOSTS =
      IntStream.range(0, 3).mapToObj(i -> new MachineId(new UUID(7, i))).toList();

  private final SplittableRandom random;
  private final List<JournalEvent> events = new ArrayList<>();
  private final Map<String, ActionIssued> open = new HashMap<>();
  private final Map<String, Instant> slept = new HashMap<>();
  private final Map<String, Integer> tries = new HashMap<>();
  private Instant at = Instant.parse("2026-01-01T12:00:00Z");
  private Instant since = at;
  private Instant readyBy = at;

  private Nights(SplittableRandom random) {
    this.random = random;
  }

  /// So many events and a few more.
  static List<JournalEvent> drawn(SplittableRandom random, int count) {
    var nights = new Nights(random);
    nights.plan();
    while (nights.events.size() < count) {
      nights.happen();
    }
    return nights.events;
  }

  /// So many nights in which one host goes and comes back, and all is as it should be.
  static List<JournalEvent> ofOneHost(int count) {
    var nights = new Nights(new SplittableRandom(0));
    MachineId host = HOSTS.getFirst();
    List<Step> steps =
        List.of(
            new Step.Cordon(host),
            new Step.PowerOff(host),
            new Step.PowerOn(host),
            new Step.Admit(host));
    for (int night = 0; night < count; night++) {
      nights.at = nights.at.plus(Duration.ofDays(1));
      nights.plan();
      steps.forEach(nights::take);
    }
    return nights.events;
  }

  private void take(Step step) {
    issue(step);
    at = at.plus(Duration.ofHours(1));
    var issued = requireNonNull(open.remove(step.subject()));
    events.add(new ActionCompleted(issued.owner(), issued.action(), "seen", at));
  }

  private void happen() {
    at = at.plus(Duration.ofHours(1));
    switch (random.nextInt(12)) {
      case 0 -> plan();
      case 1 -> events.add(load());
      case 2 -> changed(random.nextBoolean() ? WORKLOADS.get(0).value() : HOSTS.get(0).toString());
      case 3 -> events.add(new CapacityReady(OWNER, POOL, 3, readyBy, at));
      default -> act();
    }
  }

  private void plan() {
    since = at;
    readyBy = at.plus(Duration.ofHours(9));
    var window = new PowerPlan.Window(since, readyBy, readyBy);
    var sleepers =
        WORKLOADS.stream()
            .filter(_ -> random.nextBoolean())
            .map(workload ->
                new PowerPlan.Sleeper(
                    workload,
                    TOWN,
                    POOL,
                    new AgreementId("ahausen/rathaus"),
                    "digest",
                    window,
                    random.nextInt(2),
                    REASON))
            .toList();
    events.add(part(OWNER, sleepers));
    events.add(part(Owner.OPERATOR, List.of()));
  }

  private PlanDecided part(Owner owner, List<PowerPlan.Sleeper> sleepers) {
    return new PlanDecided(
        owner,
        "plan/" + since,
        Mode.ACTIVE,
        List.of(),
        sleepers,
        List.of(),
        Optional.empty(),
        "inputs",
        Optional.empty(),
        at);
  }

  private UtilisationRecorded load() {
    var sample = new Sample(HOSTS.get(random.nextInt(3)).toString(), 1, 2, 3, Optional.empty());
    return new UtilisationRecorded(
        OWNER, POOL, at, at.plus(Duration.ofHours(1)), 1, List.of(sample));
  }

  private void changed(String subject) {
    var until = at.plus(Duration.ofHours(4));
    events.add(
        new ForeignChangeObserved(OWNER, subject, "asleep", "awake", Optional.empty(), at, until));
  }

  private void act() {
    var step = random.nextBoolean() ? ofWorkload() : ofHost();
    var pending = open.get(step.subject());
    if (pending == null) {
      issue(step);
    } else {
      conclude(pending);
    }
  }

  private Step ofWorkload() {
    var workload = WORKLOADS.get(random.nextInt(3));
    return random.nextBoolean()
        ? new Step.Sleep(workload, random.nextInt(2))
        : new Step.Wake(workload, 3, 0, Optional.empty());
  }

  private Step ofHost() {
    var host = HOSTS.get(random.nextInt(3));
    return switch (random.nextInt(5)) {
      case 0 -> new Step.Cordon(host);
      case 1 -> new Step.Drain(host, List.of());
      case 2 -> new Step.PowerOff(host);
      case 3 -> new Step.PowerOn(host);
      default -> new Step.Admit(host);
    };
  }

  /// Named as the reconciler names it.
  private String stem(Step step) {
    String occasion =
        switch (step) {
          case Step.Sleep _ -> since.toString();
          case Step.Wake _ -> slept.getOrDefault(step.subject(), at).toString();
          case Step.OnHost _ -> "plan/" + since;
        };
    return step.getClass().getSimpleName() + "/" + step.subject() + "@" + occasion;
  }

  private void issue(Step step) {
    String stem = stem(step);
    var action = new ActionId(stem + "#" + tries.merge(stem, 1, Integer::sum));
    var deadline = at.plus(Duration.ofMinutes(10));
    var issued =
        new ActionIssued(
            step instanceof Step.OnHost ? Owner.OPERATOR : OWNER,
            action,
            step,
            "plan/" + since,
            List.of(),
            Optional.of(Original.of(3)),
            Optional.of(readyBy),
            deadline,
            tries.size(),
            false,
            at);
    open.put(step.subject(), issued);
    if (step instanceof Step.Sleep) {
      slept.put(step.subject(), at);
    }
    events.add(issued);
  }

  private void conclude(ActionIssued issued) {
    var owner = issued.owner();
    var action = issued.action();
    int drawn = random.nextInt(10);
    if (drawn == 0) {
      events.add(new OutcomeUnknown(owner, action, "503", at));
      return;
    }
    open.remove(issued.step().subject());
    events.add(
        switch (drawn) {
          case 1 -> new ActionRefused(owner, action, "no", at);
          case 2 -> new ActionTimedOut(owner, action, "still there", at);
          default -> new ActionCompleted(owner, action, "seen", at);
        });
  }
}
