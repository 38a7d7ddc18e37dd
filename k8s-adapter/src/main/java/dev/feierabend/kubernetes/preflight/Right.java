package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One thing that the service must be allowed to do in every namespace.
///
/// @param resource with its subresource, as roles have it: `pods/eviction`
public record Right(String verb, String group, String resource) {
  private static final List<String> MANAGED = List.of("get", "list", "watch", "patch");

  /// All that the chart's role gives; a test compares them.
  ///
  /// @param has whether the cluster has that kind
  /// @param customResources whether objects of the product's own kinds are read there; their
  ///   definitions may be there without that
  public static Stream<Right> all(
      Recipes recipes, Predicate<ResourceKind> has, boolean customResources) {
    Stream<Right> kinds =
        recipes.all().values().stream()
            .map(Recipe::resource)
            .distinct()
            .filter(has)
            .flatMap(kind -> of(kind.group(), kind.plural(), MANAGED));
    return Stream.of(core(), kinds, others(), customResources ? ours(has) : Stream.<Right>of())
        .flatMap(it -> it);
  }

  private static Stream<Right> core() {
    return Stream.of(
            of("", "nodes", MANAGED),
            of("", "pods", List.of("list", "watch")),
            of("", "pods/eviction", List.of("create")),
            of("", "persistentvolumes", List.of("list", "watch")),
            of("", "persistentvolumeclaims", List.of("list", "watch")),
            of("", "namespaces", List.of("list")),
            of("", "resourcequotas", List.of("list")),
            of("", "events", List.of("list")))
        .flatMap(it -> it);
  }

  private static Stream<Right> others() {
    return Stream.of(
            of("apiextensions.k8s.io", "customresourcedefinitions", List.of("list", "watch")),
            of("policy", "poddisruptionbudgets", List.of("list", "watch")),
            of("discovery.k8s.io", "endpointslices", List.of("list")),
            of("admissionregistration.k8s.io", "validatingwebhookconfigurations", List.of("list")),
            of("admissionregistration.k8s.io", "mutatingwebhookconfigurations", List.of("list")),
            of("metrics.k8s.io", "nodes", List.of("list")),
            of("metrics.k8s.io", "pods", List.of("list")),
            of("autoscaling", "horizontalpodautoscalers", List.of("list", "watch")),
            of("events.k8s.io", "events", List.of("create")))
        .flatMap(it -> it);
  }

  /// On the kinds that the product brings.
  private static Stream<Right> ours(Predicate<ResourceKind> has) {
    return ClusterDocuments.KINDS.stream()
        .filter(has)
        .flatMap(kind ->
            Stream.concat(
                of(kind.group(), kind.plural(), List.of("list", "watch")),
                of(kind.group(), kind.plural() + "/status", List.of("patch"))));
  }

  private static Stream<Right> of(String group, String resource, List<String> verbs) {
    return verbs.stream().map(verb -> new Right(verb, group, resource));
  }

  SelfSubjectAccessReview question() {
    String[] parts = resource.split("/", 2);
    return new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withNewResourceAttributes()
        .withVerb(verb)
        .withGroup(group)
        .withResource(parts[0])
        .withSubresource(parts.length == 2 ? parts[1] : "")
        .endResourceAttributes()
        .endSpec()
        .build();
  }

  @Override
  public String toString() {
    return group.isEmpty() ? verb + " " + resource : "%s %s.%s".formatted(verb, resource, group);
  }
}
