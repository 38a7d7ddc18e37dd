package dev.feierabend.core.planning;

import dev.feierabend.core.planning.consolidation.Alarm;
import dev.feierabend.core.planning.consolidation.HostReason;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What consolidation says of hosts, as plans record it.
///
/// @param staying why hosts stay on that it was told to keep
/// @param placement what owners require, by that plan
record HostReasons(Plan plan, SortedMap<MachineId, Reason> staying, HeldByPlacement placement) {

  Reason of(Plan.HostAim aim) {
    return switch (aim.reason()) {
      case HostReason.Vacated(var guests, var carriers, var until, var spare) ->
          new Reason.Vacated(guests, List.copyOf(carriers), until, (int) Math.floor(spare * 100));
      case HostReason.Unneeded(var until) -> new Reason.Unneeded(until);
      case HostReason.Needed(var guest) -> placement.needed(guest.workload(), aim.host());
      case HostReason.Reserve(var hosts) -> new Reason.Reserve(hosts);
      case HostReason.Pinned(var guest) -> placement.pinned(guest.workload());
      case HostReason.Kept _, HostReason.LeftAlone _ ->
          staying.getOrDefault(aim.host(), new Reason.Settled());
      case HostReason.NoCurve() -> new Reason.NoCurve();
      case HostReason.MoveLimit(var guest) -> new Reason.MoveLimit(guest.workload());
      case HostReason.NotLookedAt() -> new Reason.NotLookedAt();
      case HostReason.OffTime(var left, var minimum) ->
          new Reason.OffTime(minutes(left), minutes(minimum));
      case HostReason.WouldNotPayBack() -> new Reason.WouldNotPayBack();
      case HostReason.Rotated(var since) -> new Reason.Rotated(since);
      case HostReason.EverythingOn() -> new Reason.NoRoom(lacking());
    };
  }

  private static int minutes(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toMinutes());
  }

  /// A resource where all together is too much, else who has no room.
  private String lacking() {
    return plan.alarms().stream()
        .flatMap(alarm -> resource(alarm).stream())
        .findFirst()
        .or(() -> plan.alarms().stream().flatMap(alarm -> who(alarm).stream()).findFirst())
        .orElse("");
  }

  private static Optional<String> resource(Alarm alarm) {
    return alarm instanceof Alarm.DemandAboveCapacity(var resource, _, _)
        ? Optional.of(resource)
        : Optional.empty();
  }

  private static Optional<String> who(Alarm alarm) {
    return switch (alarm) {
      case Alarm.TooLarge(var guest) -> Optional.of(guest.workload().value());
      case Alarm.Unplaced(var guest) -> Optional.of(guest.workload().value());
      case Alarm.OutsideItsZones(var guest) -> Optional.of(guest.workload().value());
      case Alarm.Overloaded(var host, _) -> Optional.of(host.toString());
      case Alarm.Broken(var rule) -> Optional.of(rule);
      case Alarm.DemandAboveCapacity _, Alarm.NoReserve _, Alarm.WithoutCurve _ -> Optional.empty();
    };
  }
}
