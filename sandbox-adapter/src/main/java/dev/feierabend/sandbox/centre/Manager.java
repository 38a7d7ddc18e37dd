package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.Calls.Asked;
import dev.feierabend.sandbox.centre.Calls.Done;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The data centre's hypervisor as those of other makers are asked: one cluster that leaves all
/// decisions to others. Its usage is `SandboxLoad`'s to tell, and it switches no guest off.
public final class Manager implements HypervisorPort {
  private static final String EVERYTHING = "everything";

  private final DataCentre centre;
  private final Calls calls;
  private final Lives lives;
  private Optional<Inventory> last = Optional.empty();

  public Manager(DataCentre centre, Faults faults, Luck luck) {
    this.centre = centre;
    this.calls = new Calls(centre, faults);
    this.lives = new Lives(centre, faults, luck);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.MIGRATION, Capability.MAINTENANCE, Capability.START, Capability.SHUT_DOWN);
  }

  @Override
  public Sight look() {
    return switch (calls.next("look", EVERYTHING)) {
      case FINE, LIES -> {
        Inventory seen = Views.inventory(centre);
        last = Optional.of(seen);
        yield new Sight.Seen(seen);
      }
      case UNAVAILABLE, HANGS, FAILS -> new Sight.Unseen("the API didn't answer", last);
    };
  }

  @Override
  public List<Sample> usage(Instant from, Instant to) {
    return List.of();
  }

  @Override
  public Answer migrate(MachineId guest, MachineId to) {
    return onGuest(
        "move",
        guest,
        machine ->
            centre.machine(to).map(_ -> lives.move(machine, to)).orElseGet(Manager::unknown));
  }

  @Override
  public Answer enterMaintenance(MachineId host) {
    return onHost("maintain", host, this::maintain);
  }

  @Override
  public Answer leaveMaintenance(MachineId host) {
    return onHost("serve", host, machine -> mark(machine, false));
  }

  @Override
  public Answer start(MachineId guest) {
    return onGuest("start", guest, machine -> lives.start(machine, Optional.empty()));
  }

  @Override
  public Answer shutDown(MachineId guest, Patience patience) {
    return switch (patience.afterwards()) {
      case STAYS_ON -> onGuest("stop", guest, lives::stop);
      case IS_SWITCHED_OFF ->
          new Answer.Refused("Expected patience for a guest: here none is switched off");
    };
  }

  private Done maintain(Machine machine) {
    boolean occupied =
        centre.guests().stream().anyMatch(guest -> guest.occupies(machine.host.id()));
    return occupied ? new Done.TooEarly("something still runs on the host") : mark(machine, true);
  }

  private static Done mark(Machine machine, boolean maintenance) {
    if (!machine.up()) {
      return new Done.Impossible("the host isn't up");
    }
    boolean was = machine.cordoned;
    machine.cordoned = maintenance;
    return was == maintenance ? new Done.Already() : new Done.Changed();
  }

  private Answer onHost(String verb, MachineId host, Function<Machine, Done> effect) {
    return calls.call(
        new Asked(verb, host.toString(), Optional.empty()),
        () -> centre.machine(host).map(effect).orElseGet(Manager::unknown));
  }

  private Answer onGuest(String verb, MachineId id, Function<VirtualMachine, Done> effect) {
    var guest = new WorkloadId("guest/" + id);
    return calls.call(
        new Asked(verb, guest.value(), Optional.empty()),
        () -> centre.guest(guest).map(effect).orElseGet(Manager::unknown));
  }

  private static Done unknown() {
    return new Done.Impossible("there is no such machine");
  }
}
