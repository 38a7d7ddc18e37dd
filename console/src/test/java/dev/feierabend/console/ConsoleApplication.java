package dev.feierabend.console;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.naming.Registrar;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.Vouched;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// What an application brings along for the console: a journal in memory, its read models, a fleet.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ConsoleApplication {
  @Bean
  HandClock clock() {
    return new HandClock(TwoTowns.NOON);
  }

  @Bean
  Memory memory() {
    return Memory.empty();
  }

  @Bean
  FullableLog log(InstantSource clock) {
    return new FullableLog(EmbeddedCommitLog.inMemory(clock));
  }

  @Bean(destroyMethod = "close")
  Journal journal(
      FullableLog log, InstantSource clock, Memory memory, Persons persons, Vouched vouched) {
    var handlers = new ArrayList<>(memory.handlers());
    handlers.add(persons);
    handlers.add(vouched);
    return Slices.journal(log, clock, handlers);
  }

  @Bean
  Vouched vouched() {
    return new Vouched();
  }

  @Bean
  Persons persons() {
    return new Persons();
  }

  @Bean
  Registrar registrar(Persons persons, Journal journal) {
    return new Registrar(persons, new NotedNames(), journal, () -> "5a".repeat(32));
  }

  @Bean
  TileFolder tiles() throws IOException {
    return SignedLog.published();
  }

  @Bean
  FleetPort fleetPort() {
    return new TwoTowns();
  }

  /// One that moves guests by itself.
  @Bean
  Conflicts conflicts() {
    return () ->
        List.of(
            new Conflicts.Standing("halle", new Conflict(Conflict.Kind.SECOND_BALANCER, "<Nord>")));
  }

  @Bean
  Fleet fleet() {
    return TwoTowns.fleet();
  }

  @Bean
  Evaluation evaluation() {
    return new Evaluation(HolidayCalendar.NONE);
  }

  @Bean
  AllowedHosts testable() {
    return new AllowedHosts(List.of("*.ahausen.example"));
  }

  @Bean
  Drilling drilling() {
    return Drilling.REQUIRED;
  }

  @Bean
  Mode mode() {
    return Mode.ACTIVE;
  }
}
