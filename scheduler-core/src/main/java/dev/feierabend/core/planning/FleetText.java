package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;

/// Tells a digest what hosts, workloads and sleepers print of themselves, without printing anew
/// what thousands of them have alike.
record FleetText(TextDigest to) {
  void host(Host host) {
    to.add("Host[id=").add(host.id());
    to.add(", name=").add(host.name());
    to.add(", pool=").add(host.pool());
    to.add(", capacity=").alike(host.capacity());
    to.add(", energy=").alike(host.energy());
    to.add(", power=").add(host.power());
    to.add(", ready=").add(host.ready());
    to.add(", cordoned=").add(host.cordoned());
    to.add(", protection=").alike(host.protection());
    to.add(", occupied=").add(host.occupied());
    to.add(", seen=").alike(host.seen());
    to.add("]");
  }

  void workload(Workload workload) {
    to.add("Workload[id=").add(workload.id());
    to.add(", name=").add(workload.name());
    to.add(", pool=").add(workload.pool());
    to.add(", tenant=").add(workload.tenant());
    to.add(", size=").alike(workload.size());
    to.add(", replicas=").add(workload.replicas());
    to.add(", ready=").add(workload.ready());
    to.add(", on=").add(workload.on());
    to.add(", mobility=").add(workload.mobility());
    to.add(", labels=").alike(workload.labels());
    to.add(", restore=").alike(workload.restore());
    to.add(", original=").alike(workload.original());
    to.add(", lowest=").add(workload.lowest());
    to.add(", seen=").alike(workload.seen());
    to.add(", trace=").alike(workload.trace());
    to.add("]");
  }

  /// As an entry of a map.
  void released(WorkloadId id, Sleeper sleeper) {
    to.add(id).add("=Sleeper[workload=").add(sleeper.workload());
    to.add(", tenant=").add(sleeper.tenant());
    to.add(", pool=").add(sleeper.pool());
    to.add(", agreement=").add(sleeper.agreement());
    to.add(", digest=").add(sleeper.digest());
    to.add(", window=").alike(sleeper.window());
    to.add(", keep=").add(sleeper.keep());
    to.add(", reason=").alike(sleeper.reason());
    to.add("]");
  }
}
