package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What keeps capacity on, whatever agreements release: the operator's rules and tonight's
/// troubles.
///
/// @param quarantined hosts that are not trusted, with the cause
/// @param heldBack hosts on which something failed, and until when they stay on
/// @param leftAlone subjects (machine UUID, workload id) that a person changed, and until when
/// @param notYet workloads that sleep only after others have for a while, each with the reason
/// @param busy workloads whose measured load contradicts that they sleep, or whose own object does,
///   each with the reason
/// @param frozen whose capacity must not power down; the operator stands for everybody
/// @param offSince hosts that were switched off here, and since when they are off
/// @param switching hosts that are being switched on or off here, and so aren't ready
/// @param supervision which hosts may not sleep yet, as it isn't known that they wake
/// @param waking hosts that are on their way before all others, or for too long
/// @param standing the plan in force, so that a plan changes only with a cause
public record Guards(
    Rules rules,
    SortedMap<MachineId, String> quarantined,
    SortedMap<MachineId, Held> heldBack,
    SortedMap<String, Instant> leftAlone,
    SortedMap<WorkloadId, Reason.Staged> notYet,
    SortedMap<WorkloadId, Reason> busy,
    Set<Owner> frozen,
    SortedMap<MachineId, Instant> offSince,
    SortedSet<MachineId> switching,
    Supervision supervision,
    SortedMap<MachineId, Reason.OfWake> waking,
    Optional<PowerPlan> standing) {

  /// Operator's rules: `minimumHosts` always on, `reserve` hosts that may be lost (N+1), `headroom`
  /// the share of a host's CPU that may be planned, `staleAfter` the age at which an observation
  /// counts as unknown, `candidates` the moves that a plan's search may look at.
  public record Rules(
      int minimumHosts, int reserve, double headroom, Duration staleAfter, long candidates) {
    /// Enough for ten thousand hosts.
    public static final long AMPLE = 10_000_000;

    public static final Rules CAUTIOUS = new Rules(1, 1, 0.8, Duration.ofMinutes(5));

    public Rules {
      if (minimumHosts < 0 || reserve < 0 || !(headroom > 0 && headroom <= 1) || candidates < 0) {
        throw new IllegalArgumentException(
            "Expected at feierabend.rules numbers of at least 0 and a headroom above 0 and up to 1 "
                + "but found minimum-hosts %d, reserve %d, headroom %s and candidates %d"
                    .formatted(minimumHosts, reserve, headroom, candidates));
      }
    }

    public Rules(int minimumHosts, int reserve, double headroom, Duration staleAfter) {
      this(minimumHosts, reserve, headroom, staleAfter, AMPLE);
    }

    /// The same rules with at least `hosts` always on.
    Rules withFloor(int hosts) {
      return new Rules(Math.max(hosts, minimumHosts), reserve, headroom, staleAfter, candidates);
    }
  }

  public record Held(String because, Instant until) {}

  public Guards {
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
    heldBack = Collections.unmodifiableSortedMap(new TreeMap<>(heldBack));
    leftAlone = Collections.unmodifiableSortedMap(new TreeMap<>(leftAlone));
    notYet = Collections.unmodifiableSortedMap(new TreeMap<>(notYet));
    busy = Collections.unmodifiableSortedMap(new TreeMap<>(busy));
    offSince = Collections.unmodifiableSortedMap(new TreeMap<>(offSince));
    switching = Collections.unmodifiableSortedSet(new TreeSet<>(switching));
    waking = Collections.unmodifiableSortedMap(new TreeMap<>(waking));
  }

  /// The same where nobody is on their way.
  public Guards(
      Rules rules,
      SortedMap<MachineId, String> quarantined,
      SortedMap<MachineId, Held> heldBack,
      SortedMap<String, Instant> leftAlone,
      SortedMap<WorkloadId, Reason.Staged> notYet,
      SortedMap<WorkloadId, Reason> busy,
      Set<Owner> frozen,
      SortedMap<MachineId, Instant> offSince,
      SortedSet<MachineId> switching,
      Supervision supervision,
      Optional<PowerPlan> standing) {
    this(
        rules,
        quarantined,
        heldBack,
        leftAlone,
        notYet,
        busy,
        frozen,
        offSince,
        switching,
        supervision,
        new TreeMap<>(),
        standing);
  }

  /// The same where nothing is off nor being switched, and every host is trusted.
  public Guards(
      Rules rules,
      SortedMap<MachineId, String> quarantined,
      SortedMap<MachineId, Held> heldBack,
      SortedMap<String, Instant> leftAlone,
      SortedMap<WorkloadId, Reason.Staged> notYet,
      SortedMap<WorkloadId, Reason> busy,
      Set<Owner> frozen,
      Optional<PowerPlan> standing) {
    this(
        rules,
        quarantined,
        heldBack,
        leftAlone,
        notYet,
        busy,
        frozen,
        new TreeMap<>(),
        new TreeSet<>(),
        Supervision.NONE,
        standing);
  }

  public static Guards of(Rules rules) {
    return new Guards(
        rules,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Set.of(),
        Optional.empty());
  }

  /// The same guards where `rules` hold and `plan` is in force.
  Guards with(Rules others, Optional<PowerPlan> plan) {
    return new Guards(
        others,
        quarantined,
        heldBack,
        leftAlone,
        notYet,
        busy,
        frozen,
        offSince,
        switching,
        supervision,
        waking,
        plan);
  }

  /// The same guards where these hosts are on their way.
  Guards waking(SortedMap<MachineId, Reason.OfWake> hosts) {
    return new Guards(
        rules,
        quarantined,
        heldBack,
        leftAlone,
        notYet,
        busy,
        frozen,
        offSince,
        switching,
        supervision,
        hosts,
        standing);
  }

  /// The same guards where no drill is made.
  Guards withoutTrials() {
    return new Guards(
        rules,
        quarantined,
        heldBack,
        leftAlone,
        notYet,
        busy,
        frozen,
        offSince,
        switching,
        new Supervision(supervision.due(), List.of()),
        waking,
        standing);
  }

  /// Until when a person's change of `subject` is respected.
  Optional<Instant> leftToPerson(String subject, Instant at) {
    return Optional.ofNullable(leftAlone.get(subject)).filter(at::isBefore);
  }

  boolean everythingFrozen() {
    return frozen.contains(Owner.OPERATOR);
  }

  boolean frozen(Owner owner) {
    return everythingFrozen() || frozen.contains(owner);
  }

  /// The same guards in the form that the digest of a plan's inputs takes: sets and maps sorted,
  /// and without what there isn't tonight, as before it could be.
  Map<String, Object> canonical() {
    var all = new TreeMap<String, Object>();
    all.put("rules", rules);
    all.put("quarantined", quarantined);
    all.put("heldBack", heldBack);
    all.put("leftAlone", leftAlone);
    if (!notYet.isEmpty()) {
      all.put("notYet", notYet);
    }
    if (!busy.isEmpty()) {
      all.put("busy", busy);
    }
    if (!offSince.isEmpty()) {
      all.put("offSince", offSince);
    }
    if (!switching.isEmpty()) {
      all.put("switching", switching);
    }
    if (!supervision.isNone()) {
      all.put("supervision", supervision);
    }
    if (!waking.isEmpty()) {
      all.put("waking", waking);
    }
    all.put("frozen", frozen.stream().map(Owner::toString).sorted().toList());
    all.put("standing", standing.map(PowerPlan::inputs).orElse(""));
    return all;
  }
}
