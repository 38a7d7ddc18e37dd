package dev.feierabend.console;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import java.io.IOException;
import java.time.InstantSource;
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
  Journal journal(FullableLog log, InstantSource clock, Memory memory) {
    return Slices.journal(log, clock, memory.handlers());
  }

  @Bean
  TileFolder tiles() throws IOException {
    return SignedLog.published();
  }

  @Bean
  FleetPort fleetPort() {
    return new TwoTowns();
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
  Mode mode() {
    return Mode.ACTIVE;
  }
}
