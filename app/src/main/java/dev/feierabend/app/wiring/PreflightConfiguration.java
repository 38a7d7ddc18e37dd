package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.policies.evaluation.Evaluation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The look ahead before each evening.
@Configuration(proxyBeanMethods = false)
class PreflightConfiguration {
  /// A look is due within so long of what makes it so, such as a cluster that is seen again.
  private static final Duration TICK = Duration.ofSeconds(10);

  @Bean
  Evenings evenings(Memory memory, Evaluation evaluation) {
    return Evenings.of(memory.agreements(), evaluation);
  }

  /// On a thread of its own: a cluster that answers slowly keeps nothing waiting.
  @Bean
  Unhurried preflight(Ports ports, Evenings evenings) {
    return new Unhurried("preflight", new PreflightWatch(ports.foresight(), evenings));
  }

  @Bean
  Hourly lookingAhead(Unhurried preflight, Timetable timetable) {
    return new Hourly(timetable, "preflight", preflight, TICK);
  }

  @Bean
  MeterBinder troubles(Ports ports) {
    Foresight foresight = ports.foresight();
    return registry -> {
      Gauge.builder("feierabend.preflight.troubles", () -> foresight.found().size())
          .description("What was found before the evening that could go wrong; the log names it")
          .register(registry);
      Gauge.builder("feierabend.preflight.kept.on", () -> foresight.keptOn().size())
          .description(
              "Namespaces that stay on, for what sleeps there would not wake, or nobody knows")
          .register(registry);
    };
  }
}
