package dev.feierabend.app.demo.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.kubernetes.client.KubernetesClients;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What people do in the cluster by day and, once, at night; and what they find there.
public final class Townspeople implements AutoCloseable {
  private static final long PATIENCE = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;

  /// @param kubeconfig the administrator's
  public Townspeople(Path kubeconfig) {
    client = KubernetesClients.of(Optional.of(kubeconfig), "townspeople");
  }

  /// The API server's version.
  public String version() {
    return KubernetesClients.version(client);
  }

  /// Returns when all of it serves.
  public void moveIn() {
    client.load(text(ClusterTowns.ground())).create();
    ClusterTowns.NODES.forEach(
        node -> client.nodes().withName(node).waitUntilReady(PATIENCE, TimeUnit.SECONDS));
    client.load(text(ClusterTowns.manifests())).create();
    objects().forEach(it -> client.resource(it).waitUntilReady(PATIENCE, TimeUnit.SECONDS));
  }

  /// The specification of every workload as JSON, by its id.
  public SortedMap<String, String> specifications() {
    var all = new TreeMap<String, String>();
    objects().forEach(it -> all.put(id(it), JSON.valueToTree(it).path("spec").toString()));
    return all;
  }

  /// Somebody works late: wakes one replica of a workload that sleeps, which is drawn by seed. Its
  /// id.
  public String workLate(long seed) {
    List<Workload> asleep =
        Workload.ALL.stream()
            .filter(Workload::sleeps)
            .filter(it -> it.kind().equals("Deployment") && it.replicas() > 1)
            .toList();
    Workload mine = asleep.get(Math.floorMod(seed, asleep.size()));
    client.apps().deployments().inNamespace(mine.town()).withName(mine.name()).scale(1);
    return mine.id();
  }

  private List<HasMetadata> objects() {
    var deployments = client.apps().deployments().inAnyNamespace().list().getItems().stream();
    var sets = client.apps().statefulSets().inAnyNamespace().list().getItems().stream();
    return Stream.<HasMetadata>concat(deployments, sets).toList();
  }

  private static String id(HasMetadata object) {
    var metadata = object.getMetadata();
    return "%s/%s/%s"
        .formatted(
            object.getKind().toLowerCase(Locale.ROOT), metadata.getNamespace(), metadata.getName());
  }

  private static InputStream text(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    client.close();
  }
}
