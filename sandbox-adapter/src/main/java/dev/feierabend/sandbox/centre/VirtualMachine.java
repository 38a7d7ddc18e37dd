package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One guest's life: down, starting, up, stopping, moving. It stays where it went down until it is
/// woken elsewhere.
final class VirtualMachine {
  enum Phase {
    DOWN,
    STARTING,
    UP,
    STOPPING,
    MOVING
  }

  final Guest guest;
  final TenantId tenant;
  final WorkloadId id;
  private MachineId home;
  private MachineId target;
  private Phase phase = Phase.UP;
  private Optional<Instant> ends = Optional.empty();
  private boolean doomed;

  /// The last action that took effect; asked again, it takes none.
  private Optional<ActionId> last = Optional.empty();

  VirtualMachine(Guest guest, TenantId tenant, MachineId home) {
    this.guest = guest;
    this.tenant = tenant;
    this.id = new WorkloadId("guest/" + guest.id());
    this.home = home;
    this.target = home;
  }

  Phase phase() {
    return phase;
  }

  Optional<Instant> ends() {
    return ends;
  }

  MachineId home() {
    return home;
  }

  void end() {
    home = phase == Phase.MOVING && !doomed ? target : home;
    phase = phase == Phase.STOPPING ? Phase.DOWN : Phase.UP;
    ends = Optional.empty();
  }

  void begin(Phase next, MachineId where, Instant until) {
    phase = next;
    target = where;
    home = next == Phase.STARTING ? where : home;
    ends = Optional.of(until);
  }

  /// Tells whether the migration that has just begun will fail.
  void doom(boolean fails) {
    doomed = fails;
  }

  void crash() {
    phase = Phase.DOWN;
    ends = Optional.empty();
  }

  /// Stays where it is, though it was on its way.
  void stay() {
    phase = Phase.UP;
    ends = Optional.empty();
  }

  boolean runsOn(MachineId host) {
    return phase != Phase.DOWN && home.equals(host);
  }

  boolean tookEffect(ActionId action) {
    return last.filter(action::equals).isPresent();
  }

  void remember(ActionId action) {
    last = Optional.of(action);
  }

  Mobility mobility() {
    return guest.movable() ? Mobility.MIGRATED : Mobility.PINNED;
  }

  boolean wanted() {
    return phase != Phase.DOWN && phase != Phase.STOPPING;
  }

  boolean serves() {
    return phase == Phase.UP || phase == Phase.MOVING;
  }

  /// True where it takes a host's memory now: on its way, on both.
  boolean occupies(MachineId host) {
    return occupied().contains(host);
  }

  /// The hosts whose memory it takes now.
  List<MachineId> occupied() {
    return switch (phase) {
      case DOWN -> List.of();
      case MOVING -> List.of(home, target);
      case STARTING, UP, STOPPING -> List.of(home);
    };
  }

  /// Where the fleet sees it: where it runs; a guest that can't move also while it is down.
  List<MachineId> seenOn() {
    return phase != Phase.DOWN || !guest.movable() ? List.of(home) : List.of();
  }
}
