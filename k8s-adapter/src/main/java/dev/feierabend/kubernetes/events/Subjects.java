package dev.feierabend.kubernetes.events;

import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an Event is about, as the API server names it.
record Subjects(Fleet fleet, Recipes recipes) {

  /// Empty for what is no object of a cluster.
  ///
  /// @param uid with which `kubectl describe` finds the Event
  Optional<ObjectReference> workload(WorkloadId id, Optional<String> uid) {
    return WorkloadName.of(id)
        .flatMap(name ->
            recipes.named(name.kind()).map(recipe -> reference(name, recipe.resource(), uid)));
  }

  private static ObjectReference reference(
      WorkloadName name, ResourceKind kind, Optional<String> uid) {
    var reference =
        new ObjectReferenceBuilder()
            .withApiVersion(kind.group() + "/" + kind.version())
            .withKind(kind.kind())
            .withNamespace(name.namespace())
            .withName(name.name());
    uid.ifPresent(reference::withUid);
    return reference.build();
  }

  /// The namespaces of some pools. The reference names itself as its namespace, for an Event is
  /// only taken where it and what it is about are in one.
  ///
  /// @param pools empty: all of the tenant's
  Stream<ObjectReference> namespaces(TenantId tenant, Set<PoolId> pools) {
    return fleet.pools().stream()
        .filter(pool -> pool.tenant().filter(tenant::equals).isPresent())
        .filter(pool -> pools.isEmpty() || pools.contains(pool.id()))
        .flatMap(pool -> pool.namespaces().stream())
        .distinct()
        .sorted()
        .map(name ->
            new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Namespace")
                .withNamespace(name)
                .withName(name)
                .build());
  }
}
