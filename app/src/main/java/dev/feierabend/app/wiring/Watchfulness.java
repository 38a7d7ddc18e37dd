package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.planning.Plans;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What those who operate the service watch: health and metrics.
@Configuration(proxyBeanMethods = false)
class Watchfulness {
  /// Up while the reconciler looks as often as it should; a replica that follows needn't look.
  @Bean
  HealthIndicator reconcilerHealth(
      Cadence cadence, Shift shift, InstantSource clock, ServiceProperties properties) {
    Duration longest = properties.looks().atRest().multipliedBy(3);
    return () -> {
      Instant last = cadence.looked();
      boolean late = shift.due() && last.plus(longest).isBefore(clock.instant());
      var health = late ? Health.down() : Health.up();
      return health.withDetail("looked", last).withDetail("works", shift.isRunning()).build();
    };
  }

  @Bean
  MeterBinder capacity(Memory memory, Journal journal) {
    Plans plans = memory.plans();
    return registry -> {
      Gauge.builder("feierabend.hosts.planned.off", () -> off(plans))
          .description("Hosts that shall be off")
          .register(registry);
      Gauge.builder("feierabend.workloads.planned.asleep", () -> asleep(plans))
          .description("Workloads that shall sleep")
          .register(registry);
      Gauge.builder("feierabend.actions.pending", () -> memory.night().actions().pending().size())
          .description("Actions issued and not concluded")
          .register(registry);
      Gauge.builder("feierabend.journal.commits", () -> journal.log().head().number())
          .description("Commits in the journal")
          .register(registry);
    };
  }

  @Bean
  MeterBinder groups(Reconciler reconciler) {
    return registry ->
        FunctionCounter.builder("feierabend.groups.late", reconciler, Reconciler::lateGroups)
            .description("Groups of an order that were not ready in their time")
            .register(registry);
  }

  private static int off(Plans plans) {
    return plans.standing().map(plan -> plan.hostsOff().size()).orElse(0);
  }

  private static int asleep(Plans plans) {
    return plans.standing().map(plan -> plan.sleepers().size()).orElse(0);
  }
}
