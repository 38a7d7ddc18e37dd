package dev.feierabend.kubernetes.recipes;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Set;

/// A namespaced kind of objects as the API server names it.
public record ResourceKind(String group, String version, String kind, String plural) {
  private static final Set<String> OF_KUBERNETES = Set.of("apps", "batch", "autoscaling");

  /// The name of the definition that brings the kind into a cluster, where Kubernetes itself
  /// doesn't.
  public String definition() {
    return plural + "." + group;
  }

  /// As an object says it of itself.
  public String apiVersion() {
    return group + "/" + version;
  }

  /// The same kind in another version.
  public ResourceKind in(String other) {
    return new ResourceKind(group, other, kind, plural);
  }

  /// True for what every cluster has.
  public boolean ofKubernetes() {
    return OF_KUBERNETES.contains(group);
  }

  /// True for what an object calls this kind by, whatever the version.
  public boolean is(String apiVersion, String name) {
    return kind.equals(name) && apiVersion.startsWith(group + "/");
  }

  public ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
