package dev.feierabend.core.reporting;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.language.Selectable;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What can be asked about: whether it slept, and why.
public sealed interface Subject {
  /// As the journal calls it.
  String id();

  /// Whose it is.
  Owner owner();

  record OfHost(MachineId host) implements Subject {
    @Override
    public String id() {
      return host.toString();
    }

    @Override
    public Owner owner() {
      return Owner.OPERATOR;
    }
  }

  /// @param labels as the fleet's document tells them
  record OfWorkload(
      WorkloadId workload,
      TenantId tenant,
      PoolId pool,
      String name,
      SortedMap<String, String> labels)
      implements Subject, Selectable {
    public OfWorkload {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    @Override
    public String id() {
      return workload.value();
    }

    @Override
    public Owner owner() {
      return Owner.of(tenant);
    }
  }

  record OfPool(PoolId pool, Owner owner) implements Subject {
    @Override
    public String id() {
      return pool.value();
    }
  }
}
