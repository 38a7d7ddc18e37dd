package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where this service and its store run, as far as they run in this cluster.
///
/// @param pod its own, where it is one
/// @param namespace in which short names of the store's hosts are looked for
/// @param store the store's hosts, as its address names them: `mongo-0.mongo.data.svc`
public record Ourselves(Optional<String> pod, Optional<String> namespace, Set<String> store) {
  /// Outside of the cluster.
  public static final Ourselves ELSEWHERE =
      new Ourselves(Optional.empty(), Optional.empty(), Set.of());

  private static final String NAME = "app.kubernetes.io/name";
  private static final String SERVICE = "feierabend";

  public Ourselves {
    store = Set.copyOf(store);
  }

  /// By its name, or by the label that the chart gives all its replicas.
  boolean is(Pod other) {
    var metadata = other.getMetadata();
    boolean named =
        pod.filter(metadata.getName()::equals).isPresent()
            && namespace.filter(metadata.getNamespace()::equals).isPresent();
    return named || SERVICE.equals(Labels.of(other).get(NAME));
  }

  /// A pod that one of the store's hosts names, or that bears the name of a service that one names.
  boolean isStore(Pod other) {
    return store.stream().map(host -> List.of(host.split("\\."))).anyMatch(it -> names(it, other));
  }

  /// `service`, `service.namespace`, `service.namespace.svc…` or `pod.service.namespace…`.
  private boolean names(List<String> labels, Pod other) {
    boolean ofPod = labels.size() > 2 && !labels.get(2).equals("svc");
    Optional<String> where = labels.size() > 1 ? Optional.of(labels.get(ofPod ? 2 : 1)) : namespace;
    String name = other.getMetadata().getName();
    String wanted = labels.getFirst();
    return where.filter(other.getMetadata().getNamespace()::equals).isPresent()
        && (name.equals(wanted) || (!ofPod && name.startsWith(wanted + "-")));
  }
}
