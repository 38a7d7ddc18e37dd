package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A played cluster `west`: a node is ready as soon as its machine is on, and two pods run on each,
/// all of them the customer's but the first, which nobody lets sleep. It outlives the service.
final class PlayedNodes {
  static final String NAME = "west";
  static final PoolId OFFICE = new PoolId("ahausen-office");

  private final Map<WorkloadId, Optional<MachineId>> pods = new TreeMap<>();
  private final Set<MachineId> cordoned = new HashSet<>();

  PlayedNodes(List<MachineId> nodes) {
    for (int i = 0; i < 2 * nodes.size(); i++) {
      pods.put(new WorkloadId("deployment/office/w" + i), Optional.of(nodes.get(i / 2)));
    }
  }

  long awake() {
    return pods.values().stream().filter(Optional::isPresent).count();
  }

  /// @param part what of the fleet is there
  /// @param power of its nodes
  ClusterPorts ports(Fleet part, Map<MachineId, PowerController> power, InstantSource clock) {
    var ports = new Nodes(part, new RoutedPower(power), clock);
    return new ClusterPorts(
        Optional.of(NAME),
        part,
        ports,
        ports,
        new Effects(ports, ports, ports, ReadinessPort.NONE, Abreast.ONE_BY_ONE),
        (_, _) -> List.of());
  }

  /// One service's way to it.
  private final class Nodes implements FleetPort, WorkloadPort, HostPort, ForwardedPower {
    private final Fleet part;
    private final RoutedPower power;
    private final InstantSource clock;

    private Nodes(Fleet part, RoutedPower power, InstantSource clock) {
      this.part = part;
      this.power = power;
      this.clock = clock;
    }

    @Override
    public Snapshot observe() {
      return new Snapshot(
          clock.instant(),
          part.hosts().stream()
              .map(this::host)
              .sorted((one, other) -> one.id().compareTo(other.id()))
              .toList(),
          pods.keySet().stream().map(this::pod).toList());
    }

    private Host host(dev.feierabend.policies.fleet.Host host) {
      Power now = power.state(host.id());
      return new Host(
          host.id(),
          host.name(),
          host.pool(),
          host.capacity(),
          Energy.of(host.electricity()),
          now,
          now == Power.ON,
          cordoned.contains(host.id()),
          Optional.empty(),
          pods.containsValue(Optional.of(host.id())),
          clock.instant());
    }

    private Workload pod(WorkloadId id) {
      boolean first = id.value().endsWith("w0");
      Optional<MachineId> on = pods.getOrDefault(id, Optional.empty());
      return new Workload(
          id,
          id.value(),
          OFFICE,
          new TenantId(first ? "operator" : "ahausen"),
          new Resources(0.25, 100),
          on.isPresent() ? 1 : 0,
          on.isPresent() ? 1 : 0,
          on.stream().toList(),
          Mobility.RESCHEDULED,
          Map.of(),
          Optional.empty(),
          clock.instant());
    }

    /// A node that serves and isn't `but`.
    private Optional<MachineId> other(Optional<MachineId> but) {
      return observe().hosts().stream()
          .filter(Host::inService)
          .map(Host::id)
          .filter(host -> !but.equals(Optional.of(host)))
          .findFirst();
    }

    @Override
    public Answer sleep(Step.Sleep step, ActionId action) {
      pods.put(step.workload(), Optional.empty());
      return Answer.DONE;
    }

    @Override
    public Answer wake(Step.Wake step, ActionId action) {
      pods.put(step.workload(), other(Optional.empty()));
      return Answer.DONE;
    }

    @Override
    public Answer cordon(MachineId host, ActionId action) {
      cordoned.add(host);
      return Answer.DONE;
    }

    @Override
    public Answer drain(MachineId host, List<Move> moves, ActionId action) {
      pods.replaceAll((_, on) -> on.equals(Optional.of(host)) ? other(Optional.of(host)) : on);
      return Answer.DONE;
    }

    @Override
    public Answer admit(MachineId host, ActionId action) {
      cordoned.remove(host);
      return Answer.DONE;
    }

    @Override
    public Optional<String> obstacle(MachineId host) {
      return Optional.empty();
    }

    @Override
    public PowerController behind() {
      return power;
    }

    @Override
    public Answer softOff(MachineId machine) {
      return pods.containsValue(Optional.of(machine))
          ? new Answer.NotYet("pods run there")
          : power.softOff(machine);
    }
  }
}
