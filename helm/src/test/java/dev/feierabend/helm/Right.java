package dev.feierabend.helm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One verb on one kind of resources: `patch deployments.apps`, `create pods/eviction`.
public record Right(String verb, String resource) implements Comparable<Right> {

  /// @param resource its plural, with a subresource behind a slash
  /// @param group empty for Kubernetes' core
  public static Right of(String verb, String resource, String group) {
    return new Right(verb, group.isEmpty() ? resource : resource + "." + group);
  }

  /// All that these objects' roles give, in whatever namespace.
  public static SortedSet<Right> given(List<HasMetadata> objects) {
    var given = new TreeSet<Right>();
    for (HasMetadata object : objects) {
      switch (object) {
        case ClusterRole role -> role.getRules().forEach(rule -> of(rule).forEach(given::add));
        case Role role -> role.getRules().forEach(rule -> of(rule).forEach(given::add));
        default -> {}
      }
    }
    return given;
  }

  static Stream<Right> of(PolicyRule rule) {
    return rule.getApiGroups().stream()
        .flatMap(group ->
            rule.getResources().stream()
                .flatMap(
                    resource -> rule.getVerbs().stream().map(verb -> of(verb, resource, group))));
  }

  @Override
  public int compareTo(Right other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return verb + " " + resource;
  }
}
