package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.archiving.Retention;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.time.Timetable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The warning that closed periods wait to be archived, where one is asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.retention")
class RetentionConfiguration {
  @Bean
  RetentionWatch retention(CommitLog log, ServiceProperties properties) {
    try {
      return new RetentionWatch(log, new Retention(requireNonNull(properties.retention())));
    } catch (IllegalArgumentException e) {
      throw new Outage("feierabend.retention: " + e.getMessage(), e);
    }
  }

  @Bean
  Hourly looking(RetentionWatch retention, Timetable timetable) {
    return new Hourly(timetable, "look-at-retention", retention);
  }

  @Bean
  MeterBinder overdue(RetentionWatch retention) {
    return registry ->
        Gauge.builder("feierabend.retention.overdue", retention::overdue)
            .baseUnit("days")
            .description("Age of the oldest events, once they should be in an archive")
            .register(registry);
  }
}
