package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.Calls.Asked;
import dev.feierabend.sandbox.centre.Calls.Done;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The data centre's hypervisor: starts, stops and moves guests, takes hosts out of service.
public final class Hypervisor implements WorkloadPort, HostPort {
  private final DataCentre centre;
  private final Calls calls;
  private final Lives lives;

  public Hypervisor(DataCentre centre, Faults faults, Luck luck) {
    this.centre = centre;
    this.calls = new Calls(centre, faults);
    this.lives = new Lives(centre, faults, luck);
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return onGuest("sleep", step.workload(), action, lives::stop);
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return onGuest("wake", step.workload(), action, guest -> lives.start(guest, step.target()));
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return onHost("cordon", host, action, machine -> mark(machine, true));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return onHost("admit", host, action, machine -> mark(machine, false));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return onHost("drain", host, action, _ -> lives.drain(host, moves));
  }

  /// No budget keeps anything here.
  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.empty();
  }

  private static Done mark(Machine machine, boolean cordoned) {
    boolean was = machine.cordoned;
    machine.cordoned = cordoned;
    return was == cordoned ? new Done.Already() : new Done.Changed();
  }

  private Answer onHost(
      String verb, MachineId host, ActionId action, Function<Machine, Done> effect) {
    return calls.call(
        new Asked(verb, host.toString(), Optional.of(action)),
        () -> centre.machine(host).map(effect).orElseGet(Hypervisor::unknown));
  }

  private Answer onGuest(
      String verb, WorkloadId workload, ActionId action, Function<VirtualMachine, Done> effect) {
    return calls.call(
        new Asked(verb, workload.value(), Optional.of(action)),
        () ->
            centre
                .guest(workload)
                .map(guest -> once(guest, action, effect))
                .orElseGet(Hypervisor::unknown));
  }

  /// An action that has taken effect takes no second one, whatever happened since.
  private static Done once(
      VirtualMachine guest, ActionId action, Function<VirtualMachine, Done> effect) {
    if (guest.tookEffect(action)) {
      return new Done.Already();
    }
    Done done = effect.apply(guest);
    if (!(done instanceof Done.Impossible)) {
      guest.remember(action);
    }
    return done;
  }

  private static Done unknown() {
    return new Done.Impossible("there is no such machine");
  }
}
