package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why something sleeps, wakes, stays or goes: data, rendered as a German or English sentence
/// elsewhere.
public sealed interface Reason {
  /// Whether both tell the same but for what was measured, which is a little different each time.
  default boolean says(Reason other) {
    return equals(other);
  }

  /// An approved policy's window covers now: which rule of which document.
  record Released(AgreementId agreement, String digest, String rule, Instant until)
      implements Reason {}

  /// The same, and `lowest` of its replicas stay: with fewer its autoscaler would raise it again.
  record ReleasedAbove(Released released, int lowest) implements Reason {}

  /// The window ends: what sleeps must be back by `readyBy`.
  record Due(AgreementId agreement, Instant readyBy) implements Reason {}

  /// The agreement that let it sleep no longer holds (withdrawn, expired, overridden, frozen).
  record NoLongerReleased() implements Reason {}

  /// What still runs fits on fewer hosts: `needed` of `hosts` carry it, with `reserve` in spare. Of
  /// plans before consolidation.
  record FitsElsewhere(int needed, int reserve, int hosts) implements Reason {}

  /// It carries what still runs. Of plans before consolidation.
  record Needed() implements Reason {}

  /// Without it, the loss of `hosts` couldn't be borne.
  record Reserve(int hosts) implements Reason {}

  record Floor(int hosts) implements Reason {}

  /// Agreements release too small a share of the capacity to let more hosts go.
  record ShareNotReleased(int percent) implements Reason {}

  /// What consolidation says of a host: why it may go, or which constraint holds it.
  sealed interface OfConsolidation extends Reason {}

  /// Off: its `guests` fit on `carriers` until then, of whose scarcest resource so many per cent
  /// are left.
  record Vacated(int guests, List<MachineId> carriers, Instant until, int sparePercent)
      implements OfConsolidation {
    public Vacated {
      carriers = List.copyOf(carriers);
    }
  }

  /// Off: nothing that is awake is on it, and nobody needs it until then.
  record Unneeded(Instant until) implements OfConsolidation {}

  /// On: what it carries, `workload` for one, fits on no other host that is on.
  record NeededFor(WorkloadId workload) implements OfConsolidation {}

  /// On: the workload can't leave it.
  record HomeOf(WorkloadId workload) implements OfConsolidation {}

  /// On: the workload could only leave it by more moves than are allowed.
  record MoveLimit(WorkloadId workload) implements OfConsolidation {}

  /// On: nothing is known of its watts.
  record NoCurve() implements OfConsolidation {}

  /// On: the budget of candidate moves ended before it was looked at; the plan is the best so far.
  record NotLookedAt() implements OfConsolidation {}

  /// On: so many minutes are left of the window, and a host has to be off for that many.
  record OffTime(int left, int minimum) implements OfConsolidation {}

  /// On: it has been off for so long that it's time to see it run.
  record Rotated(Instant offSince) implements OfConsolidation {}

  /// On: not everything has room, so everything is; `what` has none.
  record NoRoom(String what) implements OfConsolidation {}

  /// On: it was when the plan in force was made, and the same sleeps as then.
  record Settled() implements OfConsolidation {}

  /// On: it joined after the plan in force was made, and the same sleeps as then.
  record Newcomer() implements OfConsolidation {}

  /// On: of the hosts that are on, the workload may be on this one alone.
  record BoundTo(WorkloadId workload) implements OfConsolidation {}

  /// On: what is elsewhere may not share a host with the workload, or with more of its replicas.
  record KeptApart(WorkloadId workload) implements OfConsolidation {}

  /// On: the workload's owner requires something of where it is, as it is called there, with which
  /// nobody can plan.
  record UntoldPlace(WorkloadId workload, String requires) implements OfConsolidation {}

  /// It is never switched off, whatever was agreed.
  sealed interface Protection extends Reason {}

  /// The fleet's document says so.
  record Untouchable() implements Protection {}

  /// No controller can switch it off.
  record Unswitchable() implements Protection {}

  /// The cluster's control plane runs there, as `seen`: a label of the node's or a pod's name.
  record ControlPlane(String seen) implements Protection {}

  /// A label of the node's says so.
  record Labelled(String label) implements Protection {}

  /// The scheduler itself runs there.
  record OwnHost(String pod) implements Protection {}

  /// A member of the journal's store runs there.
  record StoresHost(String pod) implements Protection {}

  /// A member of a quorum, of which `store` loses no more than it can spare.
  record Quorum(String store, String pod) implements Protection {}

  /// A pod that nobody puts to sleep can't leave.
  record Tied(String pod, Tie tie) implements Protection {}

  /// Why a pod can't leave its host.
  enum Tie {
    /// Nothing would start it elsewhere.
    NO_CONTROLLER,
    /// Its owner says that it isn't safe to evict.
    NOT_SAFE_TO_EVICT,
    /// Its data is on the host's own disk.
    OWN_DISK,
    /// Its disruption budget never allows that.
    BUDGET,
    /// What its owner requires of its place may leave it none.
    PLACE
  }

  /// A guest that no customer's is by the fleet's document runs there, and nobody may move it.
  record Unlisted(String guest) implements Protection {}

  /// The hypervisor's own cluster moves guests or switches hosts as it thinks best.
  record SelfWilled(String cluster) implements Protection {}

  /// A wake list is kept, and `feierabend wake` can't bring it back: its controller is of this
  /// `kind`.
  record OffTheWakeList(String kind) implements Protection {}

  /// What drills have to do with a host: it may not sleep unless it is known to wake.
  sealed interface OfDrill extends Reason {}

  /// On: it has never been put to sleep and woken under supervision.
  record NeverDrilled() implements OfDrill {}

  /// On: it last came back so long ago that it has to be seen again.
  record DrillTooOld(Instant passed) implements OfDrill {}

  /// On: somebody said that what was known of it no longer counts.
  record DrillWanted(String because) implements OfDrill {}

  /// On: it isn't what it was when it was last seen to wake.
  record MakeChanged(List<Make.Change> changes) implements OfDrill {
    public MakeChanged {
      changes = List.copyOf(changes);
    }
  }

  /// On: it didn't go, or didn't come back in time, and nobody has let it be tried again.
  record DrillLost(String because, Instant at) implements OfDrill {}

  /// Off: it is put to sleep and woken under supervision, by `until` at the latest; `approval` is
  /// what allows that where no window does.
  record Drilled(Instant until, Optional<String> approval) implements OfDrill {}

  /// What a host's way up has to do with the plan.
  sealed interface OfWake extends Reason {
    /// By when it has to serve; empty where nothing is counted on it.
    default Optional<Instant> servesBy() {
      return switch (this) {
        case WokenAhead(var readyBy, _) -> Optional.of(readyBy);
        case StandsIn(_, var readyBy) -> Optional.of(readyBy);
        case Missed _ -> Optional.empty();
      };
    }
  }

  /// On before what sleeps begins to wake: it may take so many `minutes` to come back, with those
  /// that boot before it, and has to serve by `readyBy`.
  record WokenAhead(Instant readyBy, int minutes) implements OfWake {}

  /// On, as nothing is counted on `host` that should be back by `readyBy`.
  record StandsIn(MachineId host, Instant readyBy) implements OfWake {}

  /// Why nothing is counted on a host that is on its way, so that another stands in.
  sealed interface Missed extends OfWake {}

  /// On its way since `since` and not back within so many `minutes`.
  record LateToWake(Instant since, int minutes) implements Missed {}

  /// It was told to switch on since `since` and couldn't be.
  record WakeRefused(String because, Instant since) implements Missed {}

  record Quarantined(String because) implements Reason {}

  /// Something failed on it tonight; it stays on until `until`.
  record HeldBack(String because, Instant until) implements Reason {}

  /// A person changed it; it is left alone until `until`.
  record LeftToPerson(Instant until) implements Reason {}

  record Frozen() implements Reason {}

  /// Its state is unknown or too old: doubt leaves it on.
  record Doubt(String what) implements Reason {}

  /// Nobody puts these to sleep, whatever was agreed.
  record Exempt(List<Exemption> exemptions) implements Reason {
    public Exempt {
      exemptions = List.copyOf(exemptions);
    }

    static Exempt of(Exemption one) {
      return new Exempt(List.of(one));
    }

    Exempt with(Exempt more) {
      return new Exempt(Stream.concat(exemptions.stream(), more.exemptions.stream()).toList());
    }

    /// What of this is about one of them.
    public Optional<Reason> about(WorkloadId workload) {
      return exemptions.stream()
          .filter(it -> it.workload().equals(workload))
          .findFirst()
          .map(Exempt::of);
    }
  }

  /// Only the first `percent` of what agreements let sleep do so for now, and it isn't among them.
  record Staged(int percent, Instant since) implements Reason {}

  /// It was asked for more than the share of its size from which it stays up, in per cent: `found`
  /// at the most, `from` on; it may sleep once it has been quiet for that many `minutes`.
  record Busy(WorkloadId workload, int found, int from, int minutes) implements Reason {
    @Override
    public boolean says(Reason other) {
      return other instanceof Busy(var same, _, var limit, var time)
          && same.equals(workload)
          && limit == from
          && time == minutes;
    }
  }

  /// What is awake of its pool was asked for more than the share of the whole pool from which all
  /// of it is up; otherwise as `Busy`.
  record Surge(PoolId pool, int found, int from, int minutes) implements Reason {
    @Override
    public boolean says(Reason other) {
      return other instanceof Surge(var same, _, var limit, var time)
          && same.equals(pool)
          && limit == from
          && time == minutes;
    }
  }

  /// What is left of the window doesn't pay back the boot.
  record WouldNotPayBack() implements Reason {}

  /// Nothing sleeps: everything is on.
  record EverythingAwake() implements Reason {}
}
