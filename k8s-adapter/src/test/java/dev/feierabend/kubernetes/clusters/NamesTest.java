package dev.feierabend.kubernetes.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Placement;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final WorkloadId WEB = new WorkloadId("deployment/office/web");

  @Test
  void whatIsRequiredInAClusterIsRequiredOfWhatItIsCalledOutside() {
    var inside = new TreeMap<>(Map.of(MAIL, Placement.ANYWHERE.apartFrom(Set.of(WEB))));

    assertThat(new Names(Optional.of("west")).outside(inside))
        .isEqualTo(
            Map.of(
                new WorkloadId("west/deployment/office/mail"),
                Placement.ANYWHERE.apartFrom(
                    Set.of(new WorkloadId("west/deployment/office/web")))));
    assertThat(new Names(Optional.empty()).outside(inside)).isEqualTo(inside);
  }
}
