package dev.feierabend.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whoeverIsSeenIsFoundByTheirIdInWhateverOrderTheyAreTold(long seed) {
    Snapshot seen = PlannedWorld.generated(seed).fleet();
    var hosts = new ArrayList<Host>(seen.hosts());
    var workloads = new ArrayList<Workload>(seen.workloads());
    Collections.shuffle(hosts, new Random(seed));
    Collections.shuffle(workloads, new Random(seed));

    var told = new Snapshot(seen.at(), hosts, workloads);

    assertThat(told).isEqualTo(seen);
    assertThat(hosts).allSatisfy(host -> assertThat(told.host(host.id())).contains(host));
    assertThat(workloads).allSatisfy(it -> assertThat(told.workload(it.id())).contains(it));
    assertThat(told.host(new MachineId(new UUID(seed, 7)))).isEmpty();
    assertThat(told.workload(new WorkloadId("nobody/knows/it"))).isEmpty();
  }
}
