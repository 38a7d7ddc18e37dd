package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;

/// The service as a Spring Boot application.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ServiceConfiguration.class)
public class Service {
  /// Starts the service with the settings in `config`.
  ///
  /// @throws Outage where something that it needs is not there
  public static ConfigurableApplicationContext start(Path config, String... arguments) {
    var application = new SpringApplication(Service.class);
    application.setDefaultProperties(
        Map.of("spring.config.additional-location", config.toUri().toString()));
    try {
      return application.run(arguments);
    } catch (RuntimeException e) {
      throw outage(e);
    }
  }

  /// Runs `then` once the service is taken down.
  public static void whenClosed(ConfigurableApplicationContext service, Runnable then) {
    service.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        then.run();
      }
    });
  }

  private static RuntimeException outage(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Outage outage) {
        return outage;
      }
    }
    return e;
  }
}
