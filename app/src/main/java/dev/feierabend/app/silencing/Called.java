package dev.feierabend.app.silencing;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.app.silencing.Sleeper.Kind;
import dev.feierabend.app.silencing.Sleeper.Stage;
import dev.feierabend.kubernetes.clusters.Names;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What hosts and workloads are called by those who watch them.
final class Called {
  private final Map<MachineId, Host> hosts;
  private final Map<String, Guest> guests;
  private final Map<PoolId, Optional<String>> clusters;

  Called(Fleet fleet) {
    this.hosts = fleet.hosts().stream().collect(toMap(Host::id, Function.identity()));
    this.guests =
        fleet.hosts().stream()
            .flatMap(host -> host.guests().stream())
            .collect(toMap(guest -> "guest/" + guest.id(), Function.identity(), (one, _) -> one));
    this.clusters = fleet.pools().stream().collect(toMap(Pool::id, Pool::place));
  }

  /// Empty for the cluster that the service runs in.
  Optional<String> clusterOf(MachineId id) {
    return Optional.ofNullable(hosts.get(id))
        .flatMap(host -> clusters.getOrDefault(host.pool(), Optional.empty()));
  }

  Sleeper host(MachineId id, Stage stage) {
    var names = new TreeMap<String, String>();
    names.put("uuid", id.toString());
    Optional.ofNullable(hosts.get(id))
        .ifPresent(host -> {
          names.put("name", host.name());
          names.put("pool", host.pool().toString());
          host.node().ifPresent(node -> names.put("node", node));
          host.rack().ifPresent(rack -> names.put("rack", rack));
        });
    clusterOf(id).ifPresent(cluster -> names.put("cluster", cluster));
    return new Sleeper(Kind.HOST, names, stage);
  }

  Sleeper workload(WorkloadId id, Stage stage) {
    return Optional.ofNullable(guests.get(id.value()))
        .map(guest -> new Sleeper(Kind.GUEST, names(guest), stage))
        .orElseGet(() -> new Sleeper(Kind.WORKLOAD, names(id), stage));
  }

  private static SortedMap<String, String> names(Guest guest) {
    var names = new TreeMap<String, String>();
    names.put("uuid", guest.id().toString());
    names.put("name", guest.name());
    names.put("pool", guest.pool().toString());
    guest.node().ifPresent(node -> names.put("node", node));
    return names;
  }

  /// `deployment/office/mail`, before it the cluster's name where it isn't the service's own. Of
  /// other ids nothing is known.
  private static SortedMap<String, String> names(WorkloadId id) {
    var names = new TreeMap<String, String>();
    Optional<String> cluster = Names.clusterOf(id);
    cluster.ifPresent(name -> names.put("cluster", name));
    String[] parts =
        id.value().substring(cluster.map(name -> name.length() + 1).orElse(0)).split("/", -1);
    if (parts.length == 3) {
      names.put("kind", parts[0]);
      names.put("namespace", parts[1]);
      names.put("name", parts[2]);
    }
    return names;
  }
}
