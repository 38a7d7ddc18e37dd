package dev.feierabend.helm.realparts;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does with each node what its machine's controller says: it goes off with it, and boots once it
/// is on again.
final class Follower implements AutoCloseable {
  private static final int GLANCE_MILLIS = 400;

  private final KubernetesClient admin;
  private final List<Machine> machines;
  private final Map<String, Boolean> followed = new HashMap<>();
  private final Set<String> misplaced = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  Follower(KubernetesClient admin, List<Machine> machines) {
    this.admin = admin;
    this.machines = machines;
    var _ = looking.scheduleWithFixedDelay(this::look, 0, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// It boots to a wrong address: its controller says on, and nobody hears of it.
  void misplace(String node) {
    misplaced.add(node);
  }

  /// All are heard of again.
  void find() {
    misplaced.clear();
  }

  private void look() {
    machines.forEach(machine -> {
      try {
        follow(machine);
      } catch (KubernetesClientException | java.io.UncheckedIOException later) {
        // The next look will do.
      }
    });
  }

  private void follow(Machine machine) {
    boolean on = machine.on() && !misplaced.contains(machine.node());
    if (followed.getOrDefault(machine.node(), true) != on) {
      String power = on ? "on" : "off";
      admin
          .nodes()
          .withName(machine.node())
          .patch(
              PatchContext.of(PatchType.JSON_MERGE),
              "{\"metadata\": {\"annotations\": {\"feierabend.test/power\": \"%s\"}}}"
                  .formatted(power));
      followed.put(machine.node(), on);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
