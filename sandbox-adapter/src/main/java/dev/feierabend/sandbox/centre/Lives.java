package dev.feierabend.sandbox.centre;

import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.Calls.Done;
import dev.feierabend.sandbox.centre.VirtualMachine.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What guests can do: stop, start, move.
record Lives(DataCentre centre, Faults faults, Luck luck) {
  private static final Duration STOPPING = Duration.ofSeconds(30);

  /// At most so many guests leave a host at once.
  private static final int MIGRATIONS = 2;

  Done stop(VirtualMachine guest) {
    return switch (guest.phase()) {
      case UP -> {
        guest.begin(Phase.STOPPING, guest.home(), centre.now().plus(STOPPING));
        yield new Done.Changed();
      }
      case DOWN, STOPPING -> new Done.Already();
      case STARTING, MOVING -> new Done.Impossible("the guest is " + guest.phase());
    };
  }

  Done start(VirtualMachine guest, Optional<MachineId> target) {
    return switch (guest.phase()) {
      case UP, STARTING, MOVING -> new Done.Already();
      case STOPPING -> new Done.Impossible("the guest is still stopping");
      case DOWN -> {
        MachineId where = target.orElse(guest.home());
        if (!guest.guest.movable() && !where.equals(guest.home())) {
          yield new Done.Impossible("the guest is tied to its host");
        }
        if (centre.machine(where).filter(machine -> takes(machine, guest)).isEmpty()) {
          yield new Done.Impossible("the host isn't in service or has no room");
        }
        double seconds = luck.between(60, 90, "guest boot", guest.id, centre.now());
        guest.begin(Phase.STARTING, where, centre.now().plusMillis((long) (seconds * 1000)));
        yield new Done.Changed();
      }
    };
  }

  /// Moves one guest, however many others leave its host.
  Done move(VirtualMachine guest, MachineId to) {
    if (guest.home().equals(to) || guest.occupies(to)) {
      return new Done.Already();
    }
    return migrate(new Move(guest.id, guest.home(), to))
        ? new Done.Changed()
        : new Done.Impossible(
            "the guest doesn't run, is tied to its host or on its way, or the host isn't in service or has no room");
  }

  /// Starts as many of `moves` as may be under way; asked again, it goes on.
  Done drain(MachineId host, List<Move> moves) {
    long leaving =
        centre.guests().stream()
            .filter(guest -> guest.phase() == Phase.MOVING && guest.home().equals(host))
            .count();
    long started =
        moves.stream().filter(this::migrate).limit(Math.max(0, MIGRATIONS - leaving)).count();
    return started > 0 ? new Done.Changed() : new Done.Already();
  }

  /// Live migration: two seconds a GiB, five at least. One that fails ends where it began.
  private boolean migrate(Move move) {
    Optional<VirtualMachine> found =
        centre
            .guest(move.workload())
            .filter(guest -> guest.phase() == Phase.UP && guest.guest.movable())
            .filter(guest -> guest.home().equals(move.from()) && !move.to().equals(move.from()))
            .filter(guest ->
                centre.machine(move.to()).filter(machine -> takes(machine, guest)).isPresent());
    found.ifPresent(guest -> {
      var now = centre.now();
      long seconds = Math.max(5, guest.guest.size().memoryMiB() * 2 / 1024);
      guest.begin(Phase.MOVING, move.to(), now.plusSeconds(seconds));
      guest.doom(faults.moveFails(guest.id, now));
    });
    return found.isPresent();
  }

  private boolean takes(Machine machine, VirtualMachine guest) {
    return machine.up()
        && !machine.cordoned
        && centre.freeMemory(machine) >= guest.guest.size().memoryMiB();
  }
}
