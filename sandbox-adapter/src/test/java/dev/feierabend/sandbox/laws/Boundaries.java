package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The edge between the journal and the world: before and after every effect the process may die.
final class Boundaries {
  /// The process is gone; nothing of the product may catch this.
  static final class Killed extends Error {
    Killed(long boundary) {
      super("Killed at boundary " + boundary);
    }
  }

  private final long killAt;
  private long passed;

  Boundaries(long killAt) {
    this.killAt = killAt;
  }

  void pass() {
    passed++;
    if (passed == killAt) {
      throw new Killed(passed);
    }
  }

  long passed() {
    return passed;
  }

  private Answer around(Supplier<Answer> effect) {
    pass();
    Answer answer = effect.get();
    pass();
    return answer;
  }

  /// Asking services has no effect, and so no boundaries.
  Effects guarding(Effects real) {
    return new Effects(
        new Guests(real.workloads()),
        new Hosts(real.hosts()),
        new Switch(real.power()),
        real.readiness());
  }

  private final class Guests implements WorkloadPort {
    private final WorkloadPort port;

    Guests(WorkloadPort port) {
      this.port = port;
    }

    @Override
    public Answer sleep(Step.Sleep step, ActionId action) {
      return around(() -> port.sleep(step, action));
    }

    @Override
    public Answer wake(Step.Wake step, ActionId action) {
      return around(() -> port.wake(step, action));
    }
  }

  private final class Hosts implements HostPort {
    private final HostPort port;

    Hosts(HostPort port) {
      this.port = port;
    }

    @Override
    public Answer cordon(MachineId host, ActionId action) {
      return around(() -> port.cordon(host, action));
    }

    @Override
    public Answer drain(MachineId host, List<Move> moves, ActionId action) {
      return around(() -> port.drain(host, moves, action));
    }

    @Override
    public Answer admit(MachineId host, ActionId action) {
      return around(() -> port.admit(host, action));
    }

    @Override
    public Optional<String> obstacle(MachineId host) {
      return port.obstacle(host);
    }
  }

  private final class Switch implements PowerController {
    private final PowerController port;

    Switch(PowerController port) {
      this.port = port;
    }

    @Override
    public PowerOffer offer(MachineId machine) {
      return port.offer(machine);
    }

    @Override
    public PowerReading reading(MachineId machine) {
      return port.reading(machine);
    }

    @Override
    public Power state(MachineId machine) {
      return port.state(machine);
    }

    @Override
    public Answer on(MachineId machine) {
      return around(() -> port.on(machine));
    }

    @Override
    public Answer softOff(MachineId machine) {
      return around(() -> port.softOff(machine));
    }
  }
}
