package dev.feierabend.core.forecasting;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;

/// Who is forecast: a workload, and those it is like.
public record Consumer(WorkloadId workload, PoolId pool, TenantId tenant) {
  public static Consumer of(Workload workload) {
    return new Consumer(workload.id(), workload.pool(), workload.tenant());
  }
}
