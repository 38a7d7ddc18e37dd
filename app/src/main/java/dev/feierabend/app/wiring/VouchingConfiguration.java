package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.Vouched;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.time.Timetable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// Others' word on checkpoints: who asks for it, and how those who operate the service see it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VouchingSettings.class)
class VouchingConfiguration {
  @Bean
  Vouched vouched() {
    return new Vouched();
  }

  @Bean
  @Conditional(Signs.class)
  Lookout lookout(Vouching vouching, Timetable timetable, InstantSource clock, Shift shift) {
    return new Lookout(vouching, timetable, clock, shift::due);
  }

  @Bean
  Vouching vouching(VouchingSettings settings, Vouched vouched, Journal journal, TileFolder tiles) {
    return new Vouching(settings.asked(), vouched, journal, tiles);
  }

  @Bean
  MeterBinder word(Vouched vouched, InstantSource clock) {
    return registry -> {
      Gauge.builder("feierabend.checkpoint.unstamped", () -> unstamped(vouched, clock))
          .description("How long the newest checkpoint has waited for its time stamp")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("feierabend.checkpoint.cosignatures", vouched::cosignatures)
          .description("Witnesses that cosigned the newest checkpoint")
          .register(registry);
      Gauge.builder("feierabend.witnesses.objecting", () -> vouched.objecting().size())
          .description("Witnesses whose last word was a refusal")
          .register(registry);
    };
  }

  private static long unstamped(Vouched vouched, InstantSource clock) {
    return vouched
        .unstampedSince()
        .map(since -> Duration.between(since, clock.instant()).toSeconds())
        .orElse(0L);
  }
}
