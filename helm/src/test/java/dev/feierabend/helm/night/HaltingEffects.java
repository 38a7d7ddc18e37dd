package dev.feierabend.helm.night;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// The real effects, with a place at which to stand still.
record HaltingEffects(Effects real, Halt halt) implements WorkloadPort, HostPort, ForwardedPower {

  Effects effects() {
    return new Effects(this, this, this, real.readiness(), real.abreast());
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return halt.around("sleep", () -> real.workloads().sleep(step, action));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return halt.around("wake", () -> real.workloads().wake(step, action));
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return halt.around("cordon", () -> real.hosts().cordon(host, action));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return halt.around("drain", () -> real.hosts().drain(host, moves, action));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return halt.around("admit", () -> real.hosts().admit(host, action));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return real.hosts().obstacle(host);
  }

  @Override
  public PowerController behind() {
    return real.power();
  }

  @Override
  public Answer on(MachineId machine) {
    return halt.around("power-on", () -> real.power().on(machine));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return halt.around("power-off", () -> real.power().softOff(machine));
  }
}
