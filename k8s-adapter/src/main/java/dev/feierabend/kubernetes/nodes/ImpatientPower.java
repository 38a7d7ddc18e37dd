package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Question;
import dev.feierabend.policies.terms.MachineId;

/// Waits a moment for a machine's controller and no longer, so that one that says nothing holds up
/// nobody else's wake. It is asked on until its own deadline, for it may need longer than that, and
/// for nothing twice meanwhile: a machine that was told to stop is taken to stop until it is seen.
/// That it needs longer is no failure, and not told as one.
///
/// @param patience of which each machine is a place
public record ImpatientPower(PowerController controller, Patience patience)
    implements ForwardedPower {
  @Override
  public PowerController behind() {
    return controller;
  }

  @Override
  public Answer on(MachineId machine) {
    return patience.goingOn(question("on", machine), () -> controller.on(machine));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return patience.goingOn(question("off", machine), () -> controller.softOff(machine));
  }

  private static Question question(String what, MachineId machine) {
    return new Question(machine.toString(), what + " " + machine, Answer.STILL_ASKED);
  }
}
