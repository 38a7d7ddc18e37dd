package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedsTest {
  @Test
  void containersAddUp() {
    assertThat(
            Needs.of(
                new PodSpecBuilder()
                    .withContainers(asking("250m", "512Mi"), asking("1", "1Gi"))
                    .build()))
        .isEqualTo(new Resources(1.25, 1536));
  }

  @Test
  void aSidecarRunsWithTheOthersAnInitContainerBeforeThem() {
    Container sidecar =
        new ContainerBuilder(asking("100m", "64Mi")).withRestartPolicy("Always").build();
    var pod = new PodSpecBuilder().withContainers(asking("250m", "512Mi"));

    assertThat(Needs.of(pod.withInitContainers(sidecar).build()))
        .isEqualTo(new Resources(0.35, 576));
    assertThat(Needs.of(pod.withInitContainers(asking("2", "64Mi")).build()))
        .isEqualTo(new Resources(2, 512));
  }

  @Test
  void aContainerWithoutARequestReservesItsLimit() {
    Container limited =
        new ContainerBuilder()
            .withNewResources()
            .addToRequests("cpu", new Quantity("100m"))
            .addToLimits("cpu", new Quantity("4"))
            .addToLimits("memory", new Quantity("256Mi"))
            .endResources()
            .build();

    assertThat(Needs.of(new PodSpecBuilder().withContainers(limited).build()))
        .isEqualTo(new Resources(0.1, 256));
  }

  @Test
  void overheadIsOnTop() {
    var pod =
        new PodSpecBuilder()
            .withContainers(asking("250m", "512Mi"))
            .withOverhead(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("16Mi")));

    assertThat(Needs.of(pod.build())).isEqualTo(new Resources(0.3, 528));
  }

  @Test
  void whatIsNotNamedIsNone() {
    assertThat(Needs.of(new PodSpecBuilder().withContainers(new Container()).build()))
        .isEqualTo(Resources.NONE);
  }

  @Test
  void memoryIsRoundedUp() {
    assertThat(Needs.read(Map.of("memory", new Quantity("1000001"))))
        .isEqualTo(new Resources(0, 1));
  }

  private static Container asking(String cpu, String memory) {
    return new ContainerBuilder()
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .addToRequests("memory", new Quantity(memory))
        .endResources()
        .build();
  }
}
