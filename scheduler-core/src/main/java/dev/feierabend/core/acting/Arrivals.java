package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.acting.Troubles.Refusal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Rising;
import dev.feierabend.core.waking.Boots;
import dev.feierabend.core.waking.GuestTimes;
import dev.feierabend.core.waking.Lead;
import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.core.waking.Waiting;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How hosts come back tonight: when each has to begin, whose turn it is, who is late.
///
/// @param booting hosts that were switched on and weren't seen in service yet
/// @param refused hosts that can't be switched on
/// @param guests how long what sleeps takes once hosts serve
record Arrivals(
    List<ActionIssued> booting,
    SortedMap<MachineId, Refusal> refused,
    LeadTimes leads,
    GuestTimes guests,
    Punctuality punctuality,
    Instant at) {
  /// So long before its time is over an alarm can still be told.
  private static final Duration TELL = Duration.ofMinutes(2);

  /// Whoever has to wait may be helped by the next look, or the one after that.
  private static final Duration MOMENT = Duration.ofMinutes(3);

  /// By then whoever stands in has begun, and may have helped.
  private static final Duration HELPED = Duration.ofMinutes(10);

  static Arrivals of(Snapshot seen, Memory.Night night, Punctuality punctuality, Instant at) {
    return new Arrivals(
        night.actions().pending().stream()
            .filter(issued -> issued.step() instanceof Step.PowerOn)
            .filter(issued -> !Judgement.reached(issued.step(), seen))
            .toList(),
        night.troubles().refusals(at),
        LeadTimes.of(
            seen.hosts().stream().map(host -> boots(host, night.drills())).toList(),
            punctuality.kept()),
        guests(seen, night, punctuality),
        punctuality,
        at);
  }

  private static GuestTimes guests(Snapshot seen, Memory.Night night, Punctuality punctuality) {
    return night.slumber().isNone()
        ? GuestTimes.of(punctuality.guests())
        : GuestTimes.of(
            seen.workloads().stream()
                .map(workload -> night.wakings().of(workload.id(), kind(workload, seen)))
                .toList(),
            punctuality.guests(),
            punctuality.kept());
  }

  private static String kind(Workload workload, Snapshot seen) {
    String id = workload.id().value();
    String place = seen.places().of().getOrDefault(workload.pool(), "");
    return id.substring(0, Math.max(0, id.indexOf('/'))) + "@" + place;
  }

  private static Boots boots(Host host, Drills drills) {
    Energy told = host.energy();
    return new Boots(
        host.id(),
        new Electricity(told.curve(), told.standbyWatts(), told.boot(), told.bootWatts()),
        drills.of(host.id()).boots());
  }

  /// @param look the longest time between two looks while nothing is under way
  Rising rising(Duration look) {
    return new Rising(leads, punctuality.waves(), guests, look, late());
  }

  private SortedMap<MachineId, Reason.Missed> late() {
    var late = new TreeMap<MachineId, Reason.Missed>();
    refused.forEach((host, what) -> {
      if (lasts(what, MOMENT)) {
        late.put(host, new Reason.WakeRefused(what.because(), what.since()));
      }
    });
    tardy()
        .forEach(issued ->
            late.put(
                host(issued),
                new Reason.LateToWake(issued.at(), (int) lead(issued).patience().toMinutes())));
    return late;
  }

  private Stream<ActionIssued> tardy() {
    return booting.stream()
        .filter(issued -> !at.isBefore(issued.at().plus(lead(issued).patience())));
  }

  /// Of those for whom it is time to say so. Another host was asked to stand in before that.
  List<ReportLate> alarms() {
    return Stream.concat(slow(), unswitched()).toList();
  }

  /// By its own measure, or because it would be too late afterwards.
  private Stream<ReportLate> slow() {
    return tardy()
        .filter(issued ->
            isOver(issued.at().plus(lead(issued).cautious()))
                || issued.readyBy().filter(this::isNear).isPresent())
        .map(this::alarm);
  }

  private boolean isNear(Instant due) {
    return isOver(due.minus(guests.longest()).minus(TELL));
  }

  /// What only has to wait is a refusal once it has waited for long, or there is no time for that.
  private boolean lasts(Refusal what, Duration time) {
    return !what.waits() || isOver(what.since().plus(time)) || isNear(what.due());
  }

  /// A controller may be busy for a moment: once is no alarm while there is time.
  private Stream<ReportLate> unswitched() {
    return refused.entrySet().stream()
        .filter(entry -> lasts(entry.getValue(), HELPED))
        .filter(entry -> entry.getValue().times() > 1 || isNear(entry.getValue().due()))
        .map(entry ->
            new ReportLate(
                Owner.OPERATOR,
                entry.getKey().toString(),
                "can't be switched on: " + entry.getValue().because(),
                entry.getValue().due(),
                at));
  }

  private boolean isOver(Instant time) {
    return !at.isBefore(time);
  }

  private ReportLate alarm(ActionIssued issued) {
    String because =
        "switched on at %s and not back; it usually takes %d minutes"
            .formatted(issued.at(), lead(issued).usual().plusSeconds(59).toMinutes());
    Instant readyBy = issued.readyBy().orElse(issued.deadline());
    return new ReportLate(Owner.OPERATOR, host(issued).toString(), because, readyBy, at);
  }

  /// `steps`, and of those that wake who has to be back first comes first.
  static List<Step> inOrder(List<Step> steps, Slumber slumber) {
    return steps.stream()
        .sorted(Comparator.comparingInt(Steps::order).thenComparing(step -> readyBy(step, slumber)))
        .toList();
  }

  private static Instant readyBy(Step step, Slumber slumber) {
    return switch (step) {
      case Step.Wake(var id, _, _, _) ->
          slumber.of(id).flatMap(Slumber.Slept::readyBy).orElse(Instant.MAX);
      case Step.Sleep _, Step.OnHost _ -> Instant.MAX;
    };
  }

  /// Of `steps` all but the hosts whose wave it isn't yet.
  List<Step> among(List<Step> steps, World world, Slumber slumber) {
    Stream<Step> next =
        next(steps, world, slumber).stream().map(host -> (Step) new Step.PowerOn(host));
    return Stream.concat(next, steps.stream().filter(step -> !(step instanceof Step.PowerOn)))
        .toList();
  }

  private List<MachineId> next(List<Step> steps, World world, Slumber slumber) {
    Instant first = slumber.nextReadyBy(at).orElse(at);
    Set<MachineId> due =
        steps.stream()
            .filter(Step.PowerOn.class::isInstance)
            .map(step -> ((Step.PowerOn) step).host())
            .collect(Collectors.toSet());
    List<Waiting> waiting =
        world.fleet().hosts().stream()
            .filter(host -> due.contains(host.id()))
            .map(host ->
                new Waiting(
                    host.id(),
                    needed(host.id(), world.plan(), first),
                    leads.of(host.id(), host.energy().boot())))
            .toList();
    return punctuality.waves().next(waiting, boarding());
  }

  /// Who takes a place: one that hangs leaves it.
  private List<MachineId> boarding() {
    return booting.stream()
        .filter(issued -> at.isBefore(issued.at().plus(lead(issued).patience())))
        .map(Arrivals::host)
        .toList();
  }

  /// Whoever wasn't begun ahead is needed with the first that sleeps.
  private static Instant needed(MachineId host, PowerPlan plan, Instant first) {
    return plan.aimOf(host)
        .map(aim -> aim.reason())
        .flatMap(
            reason -> reason instanceof Reason.OfWake wake ? wake.servesBy() : Optional.empty())
        .orElse(first);
  }

  private Lead lead(ActionIssued issued) {
    return leads.of(host(issued), Duration.between(issued.at(), issued.deadline()));
  }

  private static MachineId host(ActionIssued issued) {
    return ((Step.PowerOn) issued.step()).host();
  }
}
