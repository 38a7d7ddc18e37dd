package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WakeableFleetTest {
  private static final Workload AWAKE = Planted.workload("deployment/office/mail", false);
  private static final Workload ASLEEP = Planted.workload("deployment/office/web", true);
  private static final Workload OTHER = Planted.workload("deployment/school/mail", false);
  private static final Snapshot SEEN =
      new Snapshot(AWAKE.seen(), List.of(), List.of(AWAKE, ASLEEP, OTHER));

  @Test
  void whatIsAwakeWhereItWouldNotWakeAgainCountsAsUnseenAndNothingElseDoes() {
    var seen = new WakeableFleet(() -> SEEN, () -> Set.of("office")).observe();

    assertThat(seen.workloads())
        .extracting(Workload::seen)
        .containsExactly(Instant.EPOCH, ASLEEP.seen(), OTHER.seen());
    assertThat(seen.workloads().getFirst())
        .usingRecursiveComparison()
        .ignoringFields("seen")
        .isEqualTo(AWAKE);
  }

  @Test
  void whereAllWouldWakeItIsToldAsItIs() {
    assertThat(new WakeableFleet(() -> SEEN, Set::of).observe()).isSameAs(SEEN);
  }
}
