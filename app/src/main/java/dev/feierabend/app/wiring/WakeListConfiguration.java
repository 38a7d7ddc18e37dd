package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/// The list by which `feierabend wake` brings hosts back, where one is asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.wake-list")
class WakeListConfiguration {
  @Bean
  WakeListFile wakeList(
      ServiceProperties properties, Fleet fleet, Memory memory, InstantSource clock) {
    return new WakeListFile(
        requireNonNull(properties.wakeList()),
        WakeListing.of(fleet, properties),
        memory.night().slumber()::remember,
        clock);
  }

  /// Once the journal is read: before that nothing sleeps.
  @Bean
  @DependsOn("journal")
  WakeListKeeper wakeListKeeper(WakeListFile list, Tidings tidings) {
    return new WakeListKeeper(list, tidings).begin();
  }
}
