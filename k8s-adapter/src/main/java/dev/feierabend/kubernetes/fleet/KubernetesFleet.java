package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Make;
import dev.feierabend.kubernetes.client.Lanes;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fleet through one cluster: hosts that are its nodes, workloads that are its objects of the
/// kinds that a recipe knows.
public final class KubernetesFleet implements FleetPort {
  private static final Logger LOG = LoggerFactory.getLogger(KubernetesFleet.class);

  /// So many that silent ones, each of which takes all the time that it has, are waited for
  /// together and not by turns.
  private static final int CONTROLLERS = 256;

  private final Fleet fleet;
  private final ClusterWatch watch;
  private final PowerController power;
  private final Ourselves ourselves;
  private final InstantSource clock;

  /// For a service that runs elsewhere.
  public KubernetesFleet(
      Fleet fleet, ClusterWatch watch, PowerController power, InstantSource clock) {
    this(fleet, watch, power, Ourselves.ELSEWHERE, clock);
  }

  public KubernetesFleet(
      Fleet fleet,
      ClusterWatch watch,
      PowerController power,
      Ourselves ourselves,
      InstantSource clock) {
    this.fleet = fleet;
    this.watch = watch;
    this.power = power;
    this.ourselves = ourselves;
    this.clock = clock;
  }

  /// Before the first sight there is nothing to be said: an empty cluster would be an invented one.
  @Override
  public Snapshot observe() {
    Cluster cluster = watch.look();
    if (cluster.unseen()) {
      throw new Outage("Expected to see the cluster, but it has not been seen yet; look again");
    }
    Instant at = clock.instant();
    var makes = new ConcurrentSkipListMap<MachineId, Make>();
    Map<MachineId, Power> states = states(makes);
    return new ClusterView(fleet, cluster)
        .at(at, machine -> states.getOrDefault(machine, Power.UNKNOWN), ourselves)
        .with(makes);
  }

  /// Many controllers are asked at a time.
  private Map<MachineId, Power> states(Map<MachineId, Make> makes) {
    var states = new ConcurrentHashMap<MachineId, Power>();
    new Lanes(CONTROLLERS)
        .all(
            fleet.hosts().stream()
                .<Runnable>map(host -> () -> states.put(host.id(), state(host.id(), makes)))
                .toList());
    return states;
  }

  /// One controller's fault is no other's, and its words may hold secrets.
  private Power state(MachineId machine, Map<MachineId, Make> makes) {
    try {
      Power state = power.state(machine);
      if (state == Power.ON) {
        makes.put(machine, power.make(machine));
      }
      return state;
    } catch (RuntimeException e) {
      LOG.error("The power of {} can't be told: {}", machine, e.getClass().getName());
      return Power.UNKNOWN;
    }
  }

  /// What the document says of it: hosts of which nothing has been seen.
  public Snapshot blind() {
    return new ClusterView(fleet, Cluster.UNSEEN)
        .at(clock.instant(), _ -> Power.UNKNOWN, ourselves);
  }

  /// Who has a load now, and the names under which the metrics API tells it.
  public List<Metered> metered() {
    return new ClusterView(fleet, watch.look()).metered();
  }
}
