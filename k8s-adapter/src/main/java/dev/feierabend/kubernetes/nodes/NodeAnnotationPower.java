package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.client.MergePatch;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/// The power switch of rehearsal clusters, whose nodes are played: an annotation on the node, which
/// the player obeys. It switches no electricity; controllers of kind `node-annotation` are this.
public final class NodeAnnotationPower implements PowerController {
  public static final String POWER = "feierabend.test/power";

  private static final String ON = "on";
  private static final String OFF = "off";

  private final KubernetesClient client;
  private final NodeNames names;

  public NodeAnnotationPower(KubernetesClient client, NodeNames names) {
    this.client = client;
    this.names = names;
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    try {
      return names.of(machine).isPresent() ? PowerOffer.SWITCHES : PowerOffer.NOTHING;
    } catch (Outage unseen) {
      return new PowerOffer.Unknown(String.valueOf(unseen.getMessage()));
    }
  }

  @Override
  public Power state(MachineId machine) {
    try {
      return names
          .of(machine)
          .flatMap(name -> Optional.ofNullable(client.nodes().withName(name).get()))
          .map(node -> off(node) ? Power.OFF : Power.ON)
          .orElse(Power.UNKNOWN);
    } catch (KubernetesClientException | Outage _) {
      return Power.UNKNOWN;
    }
  }

  @Override
  public Answer on(MachineId machine) {
    return change(machine, ON);
  }

  @Override
  public Answer softOff(MachineId machine) {
    return change(machine, OFF);
  }

  private Answer change(MachineId machine, String wanted) {
    return names.ask(
        machine,
        name ->
            Change.apply(
                "power %s of node %s".formatted(wanted, name),
                client,
                client.nodes().withName(name),
                node -> switched(node, wanted)));
  }

  private static Change switched(Node node, String wanted) {
    return off(node) == wanted.equals(OFF)
        ? Change.NOTHING
        : MergePatch.between(
            node,
            new NodeBuilder(node)
                .editMetadata()
                .addToAnnotations(POWER, wanted)
                .endMetadata()
                .build());
  }

  private static boolean off(Node node) {
    return OFF.equals(
        Optional.ofNullable(node.getMetadata().getAnnotations()).orElse(Map.of()).get(POWER));
  }
}
