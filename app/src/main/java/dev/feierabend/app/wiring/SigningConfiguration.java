package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.time.Timetable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// Who signs the history, and how those who operate the service see that nobody does.
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
  private static final String JOB = "sign-checkpoint";

  @Bean
  @Conditional(Signs.class)
  Seals seals(ServiceProperties properties, Journal journal, InstantSource clock) {
    return Seals.with(properties.signing(), properties.journal(), journal, clock.instant());
  }

  /// A key in a token may keep whoever asks it waiting.
  @Bean
  @Conditional(Signs.class)
  Unhurried unhurriedSeals(Seals seals) {
    return new Unhurried(JOB, seals);
  }

  @Bean
  @Conditional(Signs.class)
  Hourly checkpoints(Unhurried unhurriedSeals, Timetable timetable) {
    return new Hourly(timetable, JOB, unhurriedSeals);
  }

  @Bean
  @Conditional(Signs.class)
  MeterBinder signing(Seals seals, InstantSource clock) {
    return registry ->
        Gauge.builder("feierabend.checkpoint.unsigned", () -> unsigned(seals, clock))
            .description("How long no checkpoint could be signed though one was due")
            .baseUnit("seconds")
            .register(registry);
  }

  private static long unsigned(Seals seals, InstantSource clock) {
    return seals
        .unsignedSince()
        .map(since -> Duration.between(since, clock.instant()).toSeconds())
        .orElse(0L);
  }

  /// Empty until something is signed.
  @Bean
  TileFolder tiles(ServiceProperties properties) {
    return new TileFolder(properties.journal().resolve(Seals.TILES));
  }
}
