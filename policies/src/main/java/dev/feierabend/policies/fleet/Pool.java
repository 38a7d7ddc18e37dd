package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A pool and its owner; without a tenant it is the operator's. `namespaces`: the Kubernetes
/// namespaces whose workloads are in it. `place`: the cluster or hypervisor in which those and its
/// hosts are; empty: the cluster that the service runs in. `hostsPerHour`: how many of its hosts
/// may be taken out of service within an hour, any number where it isn't said.
public record Pool(
    PoolId id,
    Optional<TenantId> tenant,
    Set<String> namespaces,
    Optional<String> place,
    Optional<Integer> hostsPerHour) {
  public Pool {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
  }
}
