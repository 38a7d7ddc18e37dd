package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.time.Timetable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The journal's backup, where one is asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.backup")
class BackupConfiguration {
  @Bean
  Backup backup(CommitLog log, ServiceProperties properties) {
    return new Backup(log, requireNonNull(properties.backup()));
  }

  @Bean
  Hourly copying(Backup backup, Timetable timetable) {
    return new Hourly(timetable, "copy-journal", backup);
  }

  @Bean
  MeterBinder behind(Backup backup) {
    return registry ->
        Gauge.builder("feierabend.backup.behind", backup::behind)
            .description("Commits that are not in the backup yet")
            .register(registry);
  }
}
