package dev.feierabend.helm.night;

import static org.awaitility.Awaitility.await;

import dev.feierabend.helm.Chart;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.testservers.ApiRequest;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.Mishap;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does what a fault says, to the cluster, to the way to it or to the service's clock, and mends
/// it.
final class Mischief {
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Town town;
  private final Random drawn;
  private final List<Fault> onTheWay = new CopyOnWriteArrayList<>();
  private final AtomicBoolean gone = new AtomicBoolean();

  Mischief(Town town, Random drawn) {
    this.town = town;
    this.drawn = drawn;
    town.path.fate(this::fate);
    town.admin.resource(Foreign.definition()).serverSideApply();
  }

  /// Each at its time; done once all are mended.
  CompletableFuture<Void> all(List<Fault> faults, ServiceProcess service) {
    return CompletableFuture.allOf(
        faults.stream()
            .map(fault ->
                CompletableFuture.runAsync(
                        () -> insisting(fault, () -> begin(fault, service)), in(fault.after()))
                    .thenRunAsync(
                        () -> insisting(fault, () -> mend(fault, service)), in(fault.lasts())))
            .toArray(CompletableFuture[]::new));
  }

  /// While the API server is away, nobody can do it more harm.
  private static void insisting(Fault fault, Runnable deed) {
    await(fault.toString())
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KubernetesClientException.class)
        .until(() -> {
          deed.run();
          return true;
        });
  }

  /// Each in a thread of its own: one waits for what another mends.
  private static Executor in(Duration time) {
    return CompletableFuture.delayedExecutor(
        time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
  }

  private Mishap fate(ApiRequest asked) {
    if (asked.watches()) {
      return gone.compareAndSet(true, false) ? new Mishap.Gone() : Mishap.NONE;
    }
    return onTheWay.stream()
        .filter(fault -> fault.befalls(asked))
        .findFirst()
        .map(this::mishap)
        .orElse(Mishap.NONE);
  }

  private Mishap mishap(Fault fault) {
    return switch (fault.kind()) {
      case CONFLICT -> new Mishap.Answer(409);
      case TOO_MANY_REQUESTS -> new Mishap.Answer(429, Optional.of(Duration.ofSeconds(1)));
      case SERVER_ERROR -> new Mishap.Answer(500);
      case HANG -> new Mishap.Silence();
      case LOST_ANSWER -> new Mishap.Lost();
      case DELAY -> new Mishap.Late(Duration.ofMillis(1500));
      case BROKEN_CONNECTION -> new Mishap.Cut();
      default -> Mishap.NONE;
    };
  }

  private void begin(Fault fault, ServiceProcess service) {
    switch (fault.kind()) {
      case CONFLICT, TOO_MANY_REQUESTS, SERVER_ERROR, HANG, LOST_ANSWER, DELAY, BROKEN_CONNECTION ->
          onTheWay.add(fault);
      case WEBHOOK_UNAVAILABLE ->
          town.admin.resource(Foreign.deadWebhook(fault.town())).serverSideApply();
      case WATCH_CUT -> town.path.cutWatches();
      case VERSION_GONE -> {
        gone.set(true);
        town.path.cutWatches();
      }
      case PARTITION -> town.path.cable().clamp();
      case API_SERVER_KILLED -> town.plane.kill(ControlPlane.Part.API_SERVER);
      case ETCD_KILLED -> town.plane.kill(ControlPlane.Part.ETCD);
      case CLOCK_JUMP -> service.itIs(town.time.instant().plus(jump(fault)));
      case RIGHTS_TAKEN -> town.admin.resource(binding()).delete();
      case NAMESPACE_DELETED -> deleteNamespace(fault.town());
      case DEFINITION_REMOVED -> town.admin.resource(Foreign.definition()).delete();
      case ANNOTATION_INVALID -> scribble(fault.town());
    }
  }

  private void mend(Fault fault, ServiceProcess service) {
    onTheWay.remove(fault);
    switch (fault.kind()) {
      case WEBHOOK_UNAVAILABLE -> town.admin.resource(Foreign.deadWebhook(fault.town())).delete();
      case PARTITION -> town.path.cable().mend();
      case API_SERVER_KILLED -> town.plane.restart(ControlPlane.Part.API_SERVER);
      case ETCD_KILLED -> town.plane.restart(ControlPlane.Part.ETCD);
      case CLOCK_JUMP -> service.itIs(town.time.instant());
      case RIGHTS_TAKEN -> town.admin.resource(binding()).serverSideApply();
      case DEFINITION_REMOVED -> town.admin.resource(Foreign.definition()).serverSideApply();
      default -> {}
    }
  }

  /// In the evening ahead, in the morning back.
  private static Duration jump(Fault fault) {
    return fault.part() == Fault.Part.EVENING ? Duration.ofHours(1) : Duration.ofHours(-1);
  }

  private ClusterRoleBinding binding() {
    return Chart.the(ClusterRoleBinding.class, town.chart);
  }

  private void deleteNamespace(String name) {
    town.admin.namespaces().withName(name).delete();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> Optional.ofNullable(town.admin.namespaces().withName(name).get()).isEmpty());
  }

  private void scribble(String name) {
    List<Workload> sleepers = town.towns.of(name).filter(Workload::sleeps).toList();
    Workload victim = sleepers.get(drawn.nextInt(sleepers.size()));
    String patch =
        """
        {"metadata": {"annotations": {"%1$s": "{\\"replicas\\": a lot"},
                      "labels": {"%1$s": "a-lot"}}}
        """
            .formatted(Mark.NAME);
    town.admin
        .genericKubernetesResources("apps/v1", victim.kind())
        .inNamespace(name)
        .withName(victim.name())
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }
}
