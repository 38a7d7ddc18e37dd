package dev.feierabend.app.wiring;

import dev.feierabend.app.notifying.Notifying;
import dev.feierabend.app.notifying.Words;
import dev.feierabend.console.api.Telling;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// News for others outside, where a recipient is named.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.notify.recipients[0].name")
@EnableConfigurationProperties(NotifySettings.class)
class NotifyingConfiguration {
  /// How far back whoever takes over tells again, where several may: what one of them told is known
  /// on its own disk only.
  private static final Duration OVERLAP = Duration.ofHours(1);

  @Bean
  Notifying.Setting notices(
      NotifySettings settings, ServiceProperties properties, Fleet fleet, Telling telling) {
    var words = new Words(fleet.name(), telling.zone(), telling::name);
    return new Notifying.Setting(
        settings.lines(fleet, words),
        properties.journal().resolve("notified.json"),
        settings.giveUp(),
        properties.mongodb() == null ? Duration.ZERO : OVERLAP);
  }

  @Bean
  NotifyingDuty notifyingDuty(
      Notifying.Setting setting, Journal journal, Tidings tidings, InstantSource clock) {
    return new NotifyingDuty(setting, journal, tidings, clock);
  }

  @Bean
  MeterBinder notified(NotifyingDuty duty) {
    return registry -> {
      Gauge.builder("feierabend.notices.waiting", () -> duty.waiting().toSeconds())
          .description("For how long the oldest thing waits that somebody couldn't be told of")
          .baseUnit("seconds")
          .register(registry);
      FunctionCounter.builder("feierabend.notices.lost", duty, NotifyingDuty::lost)
          .description("Things that somebody will never be told of")
          .register(registry);
    };
  }
}
