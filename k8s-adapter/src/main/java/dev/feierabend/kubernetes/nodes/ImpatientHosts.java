package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Question;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// Keeps an API server that says nothing about its nodes from holding up whoever waits for the next
/// look. What a drain has evicted before it was given up is evicted; the next asking goes on.
///
/// @param power looks at the node before it switches off; what it looks at must not be old by then
/// @param patience of which all nodes of the cluster are one place
public record ImpatientHosts(HostPort port, PowerController power, Patience patience)
    implements HostPort, ForwardedPower {
  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return patience.once(question(host, action), () -> port.cordon(host, action));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return patience.once(question(host, action), () -> port.drain(host, moves, action));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return patience.goingOn(question(host, action), () -> port.admit(host, action));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return port.obstacle(host);
  }

  @Override
  public PowerController behind() {
    return power;
  }

  /// A machine is a place of its own here: it may be its controller that doesn't tell its state.
  @Override
  public Answer softOff(MachineId machine) {
    var question =
        new Question(
            machine.toString(),
            "look at " + machine,
            "%s: nobody says in time whether it is empty".formatted(machine));
    return patience.once(question, () -> power.softOff(machine));
  }

  private static Question question(MachineId host, ActionId action) {
    return new Question(
        "nodes", action, "%s: the API server does not answer about nodes".formatted(host));
  }
}
