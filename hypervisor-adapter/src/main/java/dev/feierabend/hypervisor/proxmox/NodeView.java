package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.proxmox.Picture.Quorum;
import dev.feierabend.hypervisor.proxmox.Picture.SeenHost;
import dev.feierabend.hypervisor.switching.Press;
import dev.feierabend.hypervisor.switching.View;
import java.net.URI;
import java.util.Map;

/// A node as it was seen, and its switch.
record NodeView(SeenHost seen, Quorum quorum, ProxmoxCluster cluster) implements View {
  @Override
  public Power power() {
    return seen.host().power();
  }

  @Override
  public String told() {
    return seen.host().connected() ? "online" : "offline";
  }

  @Override
  public boolean onTheWayTo(Power wanted) {
    return false;
  }

  @Override
  public Answer press(Press press) {
    return switch (press) {
      case ON -> wake();
      case SOFT_OFF -> shutDown();
    };
  }

  /// Every node that can be asked sends: a magic packet too many does no harm, and nobody tells
  /// which of them is in the segment.
  private Answer wake() {
    String what = "wake of " + seen.node();
    Request request = Request.post("/nodes/%s/wakeonlan".formatted(seen.node()), Map.of());
    Answer outcome = new Answer.Unknown(what + ": there is no node to ask");
    for (URI node : cluster.addresses()) {
      Answer answer = Answers.of(what, cluster.access().from(node, request));
      outcome = better(outcome, answer);
    }
    return outcome;
  }

  private static Answer better(Answer one, Answer other) {
    boolean stays = isDone(one) || (one instanceof Answer.Refused && !isDone(other));
    return stays ? one : other;
  }

  private static boolean isDone(Answer answer) {
    return answer instanceof Answer.Done;
  }

  /// Two that leave at once are counted together, so that they don't take the majority with them.
  private Answer shutDown() {
    String what = "shutdown of " + seen.node();
    synchronized (cluster.departures()) {
      Answer obstacle = obstacle(what);
      if (!isDone(obstacle)) {
        return obstacle;
      }
      Reply reply =
          cluster
              .access()
              .send(
                  Request.post(
                      "/nodes/%s/status".formatted(seen.node()), Map.of("command", "shutdown")));
      Answer answer = Answers.of(what, reply);
      if (isDone(answer) || answer instanceof Answer.Unknown) {
        cluster.departures().begin(seen.node(), cluster.now());
      }
      return answer;
    }
  }

  private Answer obstacle(String what) {
    if (!quorum.has()) {
      return ProxmoxHypervisor.noQuorum(what);
    }
    if (!cluster.rights().seesEveryGuest()) {
      return new Answer.Refused(
          what
              + ": the login may not see every guest, so that nobody can say that none runs there; grant it VM.Audit on /vms");
    }
    if (seen.host().occupied()) {
      return new Answer.NotYet(what + ": something still runs on it");
    }
    if (!quorum.without(1 + cluster.departures().others(seen.node()))) {
      return new Answer.Refused(
          "%s: of %d nodes %d are online, and without it no majority would be left"
              .formatted(what, quorum.nodes(), quorum.online()));
    }
    return switch (WakeCard.of(cluster.access(), seen.node())) {
      case WakeCard.Known _ -> Answer.DONE;
      case WakeCard.None _ ->
          new Answer.Refused(
              what + ": nobody could wake it, for its configuration names no card (wakeonlan)");
      case WakeCard.Unknown(var because) -> new Answer.NotYet("%s: %s".formatted(what, because));
    };
  }
}
