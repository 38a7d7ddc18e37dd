package dev.feierabend.kubernetes.clusters;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.client.Lanes;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Acts on each subject in the cluster that it is in, and in all of them at once.
public final class ClustersEffects implements WorkloadPort, HostPort, PowerController, Abreast {
  private final List<ClusterPorts> clusters;
  private final Map<MachineId, ClusterPorts> machines = new HashMap<>();
  private final Map<WorkloadId, ClusterPorts> guests = new HashMap<>();

  public ClustersEffects(List<ClusterPorts> clusters) {
    this.clusters = List.copyOf(clusters);
    for (ClusterPorts cluster : clusters) {
      for (Host host : cluster.part().hosts()) {
        machines.put(host.id(), cluster);
        host.guests().forEach(guest -> guests.put(Names.guest(guest.id()), cluster));
      }
    }
  }

  /// No cluster waits for another; what is in none of them is refused as it is asked for.
  @Override
  public void all(List<Work> works) {
    Map<ClusterPorts, List<Work>> shares =
        works.stream().collect(groupingBy(this::cluster, LinkedHashMap::new, toList()));
    Lanes.abreast(
        shares.entrySet().stream()
            .<Runnable>map(share -> () -> all(share.getKey(), share.getValue()))
            .toList());
  }

  private static void all(ClusterPorts cluster, List<Work> works) {
    List<Work> inside =
        works.stream().map(work -> new Work(inside(cluster, work.step()), work.care())).toList();
    cluster.effects().abreast().all(inside);
  }

  /// As the cluster itself calls it.
  private static Step inside(ClusterPorts cluster, Step step) {
    return switch (step) {
      case Step.Sleep sleep -> inside(cluster, sleep);
      case Step.Wake wake -> inside(cluster, wake);
      case Step.OnHost host -> host;
    };
  }

  private static Step.Sleep inside(ClusterPorts cluster, Step.Sleep step) {
    return new Step.Sleep(cluster.names().inside(step.workload()), step.keep());
  }

  private static Step.Wake inside(ClusterPorts cluster, Step.Wake step) {
    WorkloadId inside = cluster.names().inside(step.workload());
    return new Step.Wake(inside, step.original(), step.kept(), step.target());
  }

  private ClusterPorts cluster(Work work) {
    return switch (work.step()) {
      case Step.OnWorkload on -> of(on.workload()).orElseGet(clusters::getFirst);
      case Step.OnHost on -> machines.getOrDefault(on.host(), clusters.getFirst());
    };
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return of(step.workload())
        .map(cluster -> cluster.effects().workloads().sleep(inside(cluster, step), action))
        .orElseGet(() -> nowhere(step.subject()));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return of(step.workload())
        .map(cluster -> cluster.effects().workloads().wake(inside(cluster, step), action))
        .orElseGet(() -> nowhere(step.subject()));
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return on(host, cluster -> cluster.effects().hosts().cordon(host, action));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return on(host, cluster -> cluster.effects().hosts().drain(host, moves, action));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return on(host, cluster -> cluster.effects().hosts().admit(host, action));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.ofNullable(machines.get(host))
        .flatMap(cluster -> cluster.effects().hosts().obstacle(host));
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    return Optional.ofNullable(machines.get(machine))
        .map(cluster -> cluster.effects().power().offer(machine))
        .orElse(PowerOffer.NOTHING);
  }

  @Override
  public PowerReading reading(MachineId machine) {
    return Optional.ofNullable(machines.get(machine))
        .map(cluster -> cluster.effects().power().reading(machine))
        .orElseGet(() -> new PowerReading.NotOffered(unplaced(machine.toString())));
  }

  @Override
  public Power state(MachineId machine) {
    return Optional.ofNullable(machines.get(machine))
        .map(cluster -> cluster.effects().power().state(machine))
        .orElse(Power.UNKNOWN);
  }

  @Override
  public Answer on(MachineId machine) {
    return on(machine, cluster -> cluster.effects().power().on(machine));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return on(machine, cluster -> cluster.effects().power().softOff(machine));
  }

  private Optional<ClusterPorts> of(WorkloadId id) {
    return Optional.ofNullable(guests.get(id))
        .or(() ->
            clusters.stream()
                .filter(cluster -> cluster.name().equals(Names.clusterOf(id)))
                .findFirst());
  }

  private Answer on(MachineId machine, Function<ClusterPorts, Answer> effect) {
    return Optional.ofNullable(machines.get(machine))
        .map(effect)
        .orElseGet(() -> nowhere(machine.toString()));
  }

  private static Answer nowhere(String subject) {
    return new Answer.Refused(unplaced(subject));
  }

  private static String unplaced(String subject) {
    return "Expected %s in one of the fleet document's clusters, but it is in none"
        .formatted(subject);
  }
}
