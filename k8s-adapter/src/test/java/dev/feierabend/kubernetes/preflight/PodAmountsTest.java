package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PodAmountsTest {
  @Test
  void containersAndSidecarsAddUpAndTheGreediestMomentOfTheStartCountsWhereItIsMore() {
    var sum =
        of(
            """
            initContainers:
              - {name: side, restartPolicy: Always, resources: {requests: {cpu: "1", memory: "10"}}}
              - {name: once, resources: {requests: {cpu: "1", memory: "100"}}}
            containers:
              - {name: a, resources: {requests: {cpu: "2", memory: "20"}}}
              - {name: b, resources: {requests: {cpu: "3"}}}
              - {name: c}
            """);

    assertThat(told(sum.requests())).isEqualTo(Map.of("cpu", "6", "memory", "110"));
    assertThat(told(sum.limits())).isEmpty();
  }

  @Test
  void aLimitIsARequestWhereNoneIsGiven() {
    var both =
        of(
            "containers: [{name: a, resources: {requests: {cpu: 1}, limits: {cpu: 2, nvidia.com/gpu: 4}}}]");

    assertThat(told(both.requests())).isEqualTo(Map.of("cpu", "1", "nvidia.com/gpu", "4"));
    assertThat(told(both.limits())).isEqualTo(Map.of("cpu", "2", "nvidia.com/gpu", "4"));
  }

  @Test
  void whatThePodAsAWholeSaysCountsInsteadAndItsOverheadBesides() {
    var whole =
        of(
            """
            overhead: {cpu: "1", memory: "5"}
            resources: {requests: {cpu: "10"}, limits: {cpu: "20"}}
            containers: [{name: a, resources: {requests: {cpu: "2", memory: "20"}}}]
            """);

    assertThat(told(whole.requests())).isEqualTo(Map.of("cpu", "11", "memory", "25"));
    assertThat(told(whole.limits())).isEqualTo(Map.of("cpu", "21"));
  }

  private static PodAmounts of(String spec) {
    return PodAmounts.of(Planted.object(Pod.class, "spec:\n" + spec.indent(2)).getSpec());
  }

  private static Map<String, String> told(Amounts amounts) {
    return amounts.of().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, it -> it.getValue().stripTrailingZeros().toPlainString()));
  }
}
