package dev.feierabend.helm.rights;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.nodes.EmptyNodesOnly;
import dev.feierabend.kubernetes.nodes.KubernetesHosts;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;

/// A node that carries something is emptied, switched off, switched on and let in again.
final class Nodes implements Exercise {
  @Override
  public void on(Stage stage) {
    var hosts = new KubernetesHosts(stage.us, stage.names, InstantSource.system());
    var switches = new EmptyNodesOnly(stage.us, stage.names, stage.power);
    stage.awaitHost(Towns.FIRST, Host::occupied);
    Stage.done(hosts.cordon(Towns.FIRST, stage.action()));
    Awaitility.await()
        .atMost(Stage.PATIENCE)
        .untilAsserted(() -> {
          Stage.done(hosts.drain(Towns.FIRST, List.of(), stage.action()));
          Stage.done(switches.softOff(Towns.FIRST));
        });
    stage.awaitHost(Towns.FIRST, host -> host.power() == Power.OFF && !host.ready());
    Stage.done(switches.on(Towns.FIRST));
    stage.awaitHost(Towns.FIRST, Host::ready);
    Stage.done(hosts.admit(Towns.FIRST, stage.action()));
    stage.awaitHost(Towns.FIRST, Host::inService);
  }
}
