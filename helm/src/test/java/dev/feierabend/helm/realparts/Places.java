package dev.feierabend.helm.realparts;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// On which node each pod was, and since when.
final class Places implements ResourceEventHandler<Pod>, AutoCloseable {
  private final Map<String, NavigableMap<Instant, String>> known = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Pod> watch;

  Places(KubernetesClient admin) {
    watch = admin.pods().inAnyNamespace().inform(this);
  }

  /// @param pod as `namespace/name`; the next of that name may be elsewhere
  Optional<String> of(String pod, Instant at) {
    return Optional.ofNullable(known.get(pod))
        .flatMap(places -> Optional.ofNullable(places.floorEntry(at)))
        .map(Map.Entry::getValue);
  }

  @Override
  public void onAdd(Pod pod) {
    var metadata = pod.getMetadata();
    Instant made = Instant.parse(metadata.getCreationTimestamp());
    Optional.ofNullable(pod.getSpec().getNodeName())
        .ifPresent(node ->
            known
                .computeIfAbsent(
                    metadata.getNamespace() + "/" + metadata.getName(),
                    _ -> new ConcurrentSkipListMap<>())
                .put(made, node));
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    onAdd(pod);
  }

  @Override
  public void onDelete(Pod pod, boolean unseen) {
    onAdd(pod);
  }

  @Override
  public void close() {
    watch.close();
  }
}
