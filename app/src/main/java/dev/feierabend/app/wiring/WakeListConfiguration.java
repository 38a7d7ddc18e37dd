package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The list by which `feierabend wake` brings hosts back, where one is asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.wake-list")
class WakeListConfiguration {
  @Bean
  WakeListKeeper wakeList(
      ServiceProperties properties,
      Fleet fleet,
      Memory memory,
      Tidings tidings,
      InstantSource clock) {
    return new WakeListKeeper(
        new WakeListFile(requireNonNull(properties.wakeList())),
        WakeListing.of(fleet, properties),
        new WakeListKeeper.Sources(memory.night().slumber()::remember, tidings, clock),
        new Scribe(Scribe.USUAL));
  }
}
