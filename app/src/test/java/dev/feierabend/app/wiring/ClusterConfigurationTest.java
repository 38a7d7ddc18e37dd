package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.console.api.Telling;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClusterConfigurationTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-24T12:00:00Z"));

  @Test
  void whereTheServicesOwnClusterHasNoPoolsNobodyIsToldThereAndNobodyIsAsked() {
    assertThat(duty(fleet("cluster: west, "))).isSameAs(Duty.NONE);
    assertThat(duty(hypervisors())).isSameAs(Duty.NONE);
  }

  @Test
  void whereItHasSomeItMustBeThere() {
    assertThatThrownBy(() -> duty(fleet("")))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("Expected a kubeconfig at");
  }

  private Duty duty(Fleet fleet) {
    var settings = Map.of("feierabend.fleet", "fleet.yaml", "feierabend.kubeconfig", "/nowhere");
    var properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bind("feierabend", ServiceProperties.class)
            .get();
    var configuration = new ClusterConfiguration();
    var setting =
        configuration.clusterSetting(
            properties,
            Memory.empty(),
            new Telling(fleet, ZoneOffset.UTC),
            fleet,
            Optional.empty());
    return configuration.clusterDuty(properties, setting, new Tidings(), time, time);
  }

  /// No cluster at all.
  private static Fleet hypervisors() {
    return parsed(
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: a-hall}
        spec:
          tenants: [{id: ahausen, name: Ahausen}]
          controllers: [{name: hall, kind: vsphere, url: "https://hall.example", credentials: hall}]
          pools: [{id: office, tenant: ahausen, hypervisor: hall}]
        """);
  }

  private static Fleet fleet(String place) {
    return parsed(
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: one-town}
        spec:
          clusters: [{name: west, credentials: west}]
          tenants: [{id: ahausen, name: Ahausen}]
          pools: [{id: office, %stenant: ahausen, namespaces: [office]}]
        """
            .formatted(place));
  }

  private static Fleet parsed(String text) {
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
