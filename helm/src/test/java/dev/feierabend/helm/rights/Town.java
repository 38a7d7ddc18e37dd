package dev.feierabend.helm.rights;

import static org.awaitility.Awaitility.await;

import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.MetricsDouble;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// A real control plane with two nodes, metrics, and one object of every kind. Definitions are as
/// rough as can be: rights don't depend on schemas.
final class Town implements AutoCloseable {
  static final String NAMESPACE = "office";

  final ControlPlane plane = ControlPlane.start();
  final KubernetesClient admin = KubernetesClients.of(Optional.of(plane.kubeconfig()), "a person");
  private final MetricsDouble metrics = MetricsDouble.start(InstantSource.system());

  Town(Recipes recipes) {
    var namespace = new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata();
    create(namespace.build());
    node("n1");
    node("n2");
    metrics.node("n1", "1", "1Gi");
    var manifest = new ByteArrayInputStream(metrics.manifest().getBytes(StandardCharsets.UTF_8));
    admin.load(manifest).create();
    recipes.all().values().forEach(recipe -> define(recipe.resource()));
    recipes
        .names()
        .forEach(recipe ->
            await()
                .atMost(Stage.PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> create(object(specimen(recipe)))));
  }

  void create(HasMetadata object) {
    admin.resource(object).create();
  }

  /// Whether it is there already or not, and once its kind is.
  void apply(String yaml) {
    await()
        .atMost(Stage.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> admin.resource(object(yaml)).serverSideApply());
  }

  void remove(String yaml) {
    admin.resource(object(yaml)).delete();
  }

  private void node(String name) {
    create(
        new NodeBuilder()
            .withNewMetadata()
            .withName(name)
            .addToAnnotations("feierabend.test/boot", "1s")
            .endMetadata()
            .build());
  }

  private static String specimen(String recipe) {
    return Specimens.all()
        .getOrDefault(
            recipe,
            """
            apiVersion: example.org/v1
            kind: Shop
            metadata: {namespace: office, name: shop}
            spec: {size: 2}
            """);
  }

  private void define(ResourceKind kind) {
    if (kind.ofKubernetes()) {
      return;
    }
    create(
        object(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: %s}
            spec:
              group: %s
              scope: Namespaced
              names: {kind: %s, plural: %s, singular: %s}
              versions:
                - {name: %s, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
            """
                .formatted(
                    kind.definition(),
                    kind.group(),
                    kind.kind(),
                    kind.plural(),
                    kind.kind().toLowerCase(Locale.ROOT),
                    kind.version())));
  }

  private static GenericKubernetesResource object(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }

  @Override
  public void close() {
    metrics.close();
    admin.close();
    plane.close();
  }
}
