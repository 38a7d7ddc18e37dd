package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A pool and its owner; without a tenant it is the operator's. `namespaces`: the Kubernetes
/// namespaces whose workloads are in it.
public record Pool(PoolId id, Optional<TenantId> tenant, Set<String> namespaces) {
  public Pool {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
  }
}
