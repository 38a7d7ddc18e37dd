package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.hypervisor.centre.CentreEffects;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Question;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// Keeps a hypervisor that says nothing from holding up whoever waits for the next look. What it
/// was asked for goes on until its own deadline, for its tasks do so too, and isn't asked for twice
/// meanwhile; only a guest that nobody says is being shut down is given up.
///
/// @param place the hypervisor; each machine's controller is a place of its own
record ImpatientCentre(String place, CentreEffects effects, Patience patience)
    implements WorkloadPort, HostPort, ForwardedPower {

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    var question =
        new Question(place, action, "%s: %s does not answer".formatted(step.subject(), place));
    return patience.once(question, () -> effects.guests().sleep(step, action));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return patience.goingOn(ofPlace(action), () -> effects.guests().wake(step, action));
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return effects.hosts().cordon(host, action);
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return patience.goingOn(ofPlace(action), () -> effects.hosts().drain(host, moves, action));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return patience.goingOn(ofPlace(action), () -> effects.hosts().admit(host, action));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return effects.hosts().obstacle(host);
  }

  @Override
  public PowerController behind() {
    return effects.power();
  }

  @Override
  public Answer on(MachineId machine) {
    return patience.goingOn(ofMachine("on", machine), () -> effects.power().on(machine));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return patience.goingOn(ofMachine("off", machine), () -> effects.power().softOff(machine));
  }

  private Question ofPlace(ActionId action) {
    return new Question(place, action, Answer.STILL_ASKED);
  }

  private static Question ofMachine(String what, MachineId machine) {
    return new Question(machine.toString(), what + " " + machine, Answer.STILL_ASKED);
  }
}
