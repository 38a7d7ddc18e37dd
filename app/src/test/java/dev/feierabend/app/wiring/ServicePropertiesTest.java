package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What stands in the service's settings arrives.
final class ServicePropertiesTest {
  @Test
  void theFoldersThatMayBeLeftOutAreReadWhereTheyAreNamed() {
    ServiceProperties read =
        read(
            Map.of(
                "feierabend.fleet", "/etc/feierabend/fleet.yaml",
                "feierabend.credentials", "/etc/feierabend-credentials",
                "feierabend.kubeconfig", "/etc/kubeconfig",
                "feierabend.calendars[0]", "/etc/feierabend/elections.yaml",
                "feierabend.readiness.allowed[0]", "*.example.de"));

    assertThat(read.credentials()).isEqualTo(Path.of("/etc/feierabend-credentials"));
    assertThat(read.kubeconfig()).isEqualTo(Path.of("/etc/kubeconfig"));
    assertThat(read.calendars()).containsExactly(Path.of("/etc/feierabend/elections.yaml"));
    assertThat(read.readiness().allowed()).containsExactly("*.example.de");
  }

  @Test
  void leftOutTheyAreNowhere() {
    ServiceProperties read = read(Map.of("feierabend.fleet", "fleet.yaml"));

    assertThat(read.credentials()).isNull();
    assertThat(read.kubeconfig()).isNull();
    assertThat(read.calendars()).isEmpty();
    assertThat(read.readiness().allowed()).isEmpty();
  }

  private static ServiceProperties read(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("feierabend", ServiceProperties.class)
        .get();
  }
}
