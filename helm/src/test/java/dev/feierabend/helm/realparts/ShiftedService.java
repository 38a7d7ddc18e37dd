package dev.feierabend.helm.realparts;

import dev.feierabend.app.wiring.Service;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.helm.night.ShiftedTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The service as `feierabend serve` puts it together, but for where in the calendar it is: told an
/// instant on its input it lives from there, as fast as time passes.
public final class ShiftedService {
  /// What it says, with its shift behind it, once it lives elsewhere.
  static final String SHIFTED = "shifted ";

  private static final ShiftedTime TIME = new ShiftedTime();

  private ShiftedService() {}

  /// @param args its settings, its port, and the instant at which it begins
  static void main(String[] args) throws IOException {
    jump(args[2]);
    var application = new SpringApplication(Service.class, Clocks.class);
    application.setDefaultProperties(
        Map.of(
            "spring.config.additional-location",
            Path.of(args[0]).toUri().toString(),
            "spring.main.allow-bean-definition-overriding",
            "true"));
    application.run("--server.port=" + args[1]);
    var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      jump(line);
    }
    Runtime.getRuntime().halt(1); // whoever had it is gone
  }

  private static void jump(String to) {
    TIME.jump(Instant.parse(to));
    System.out.println(SHIFTED + TIME.shift());
  }

  /// In the place of the system's.
  @Configuration(proxyBeanMethods = false)
  static class Clocks {
    @Bean
    InstantSource clock() {
      return new Now();
    }

    @Bean
    Timetable timetable() {
      return new Shifted();
    }
  }

  /// Nothing but a clock, lest it be taken for the timetable, too.
  private record Now() implements InstantSource {
    @Override
    public Instant instant() {
      return TIME.instant();
    }
  }

  private record Shifted() implements Timetable {
    @Override
    public void at(Instant when, String key, Runnable job) {
      TIME.at(when, key, job);
    }

    @Override
    public void every(Instant first, Duration period, String key, Runnable job) {
      TIME.every(first, period, key, job);
    }

    @Override
    public void cancel(String key) {
      TIME.cancel(key);
    }
  }
}
