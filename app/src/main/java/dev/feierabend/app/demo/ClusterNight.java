package dev.feierabend.app.demo;

import static dev.feierabend.core.planning.Guards.Rules.CAUTIOUS;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.app.demo.cluster.ClusterTowns;
import dev.feierabend.app.demo.cluster.PlayedCluster;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.clusters.KubernetesEffects;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.sandbox.time.VirtualTime;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A cluster that is asked as the service asks it; but no readiness is tested and nothing is looked
/// at before an evening. Its clock waits for the cluster: while actions are under way a second of
/// real time is a third of a minute, and while none is, no time passes but the work's.
final class ClusterNight implements AutoCloseable {
  static final String AGENT = "feierabend/demo";
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int MOST_GLANCES = 1200;
  private static final Duration REAL = Duration.ofSeconds(1);
  private static final Duration UNDER_WAY = Duration.ofSeconds(20);
  private static final Duration AT_REST = Duration.ofMinutes(5);

  /// As the service has them where nobody says otherwise.
  private static final int REQUESTS = 32;

  final NightMeter meter = new NightMeter();
  final Journal journal;
  private final VirtualTime time;
  private final PlayedCluster cluster;
  private final Memory memory = Memory.empty();
  private final KubernetesClient client;
  private final ClusterWatch watch;
  private final KubernetesFleet fleet;
  private final Reconciler reconciler;

  ClusterNight(PlayedCluster cluster, Fleet towns, VirtualTime time, CommitLog log, Teller teller) {
    this.time = time;
    this.cluster = cluster;
    client = KubernetesClients.of(Optional.of(cluster.kubeconfig()), AGENT);
    watch = ClusterWatch.start(client, Recipes.shipped(), time);
    var names = new FleetNodes(towns, watch);
    var power = new NodeAnnotationPower(client, names);
    fleet = new KubernetesFleet(towns, watch, power, time);
    var handlers = new ArrayList<>(memory.handlers());
    handlers.add(teller);
    journal = Slices.journal(log, time, handlers);
    var effects =
        new KubernetesEffects(client, Recipes.shipped(), watch, time, REQUESTS).on(names, power);
    var evaluation = new Evaluation(Calendars.shipped().together());
    reconciler =
        new Reconciler(
            fleet,
            effects,
            memory,
            new Reconciler.Settings(Mode.ACTIVE, CAUTIOUS, AT_REST, evaluation),
            journal);
  }

  /// Names who acts, and begins to look.
  void begin(ActorsFile people) {
    await("to see the cluster", watch::connected);
    DemoPeople.bind(people, journal, time.instant());
    new Cadence(reconciler, time, time, new Cadence.Beat(AT_REST, UNDER_WAY, UNDER_WAY)).start();
  }

  /// Proposed now by one person, approved half an hour later by another.
  void agree() {
    var desk = new Desk(journal, time);
    desk.propose(ClusterTowns.proposals());
    time.runFor(Duration.ofMinutes(30));
    desk.approve(memory.agreements());
  }

  void liveUntil(Instant end) {
    while (time.instant().isBefore(end)) {
      boolean busy = reconciler.busy();
      if (busy) {
        cluster.letPass(REAL);
      }
      Instant next = busy ? time.instant().plus(UNDER_WAY) : time.next().orElse(end);
      time.runUntil(next.isBefore(end) ? next : end);
      meter.look(fleet.observe());
    }
  }

  /// Returns when the service can see that somebody has woken it.
  void awaitAwake(String workload) {
    await(
        "to see %s awake".formatted(workload),
        () -> fleet.observe().workloads().stream().anyMatch(it -> serves(it, workload)));
  }

  private void await(String what, BooleanSupplier condition) {
    for (int glances = 0; !condition.getAsBoolean(); glances++) {
      if (glances == MOST_GLANCES) {
        throw new Outage(
            "Expected %s within two minutes; try again when this machine has less to do"
                .formatted(what));
      }
      cluster.letPass(GLANCE);
    }
  }

  private static boolean serves(Workload workload, String id) {
    return workload.id().value().equals(id) && workload.ready() > 0;
  }

  void sign(long seed) {
    new Checkpoints(journal.log(), journal, DemoKey.of(seed), Optional.of(DemoKey.ORIGIN))
        .sign(time.instant());
  }

  @Override
  public void close() {
    journal.close();
    watch.close();
    client.close();
  }
}
