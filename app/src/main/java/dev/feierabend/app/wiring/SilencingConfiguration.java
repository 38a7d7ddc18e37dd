package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Silences for planned sleep, where an Alertmanager is named.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.alertmanager.url")
@EnableConfigurationProperties(AlertmanagerSettings.class)
class SilencingConfiguration {
  @Bean
  SilencingDuty silencingDuty(
      AlertmanagerSettings settings,
      Fleet fleet,
      Memory memory,
      Tidings tidings,
      InstantSource clock) {
    return new SilencingDuty(
        settings.setting(), new SilencingDuty.Sources(fleet, memory, tidings), clock);
  }

  @Bean
  MeterBinder silences(SilencingDuty duty) {
    return registry ->
        Gauge.builder("feierabend.silences.failing", () -> duty.failing().toSeconds())
            .description("How long Alertmanager hasn't been told who sleeps")
            .baseUnit("seconds")
            .register(registry);
  }
}
