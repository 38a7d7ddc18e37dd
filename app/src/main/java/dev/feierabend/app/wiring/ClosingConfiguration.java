package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.time.Timetable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The end of each month. Its accounts take a while to make, so it has a thread of its own.
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {
  private static final String JOB = "close-months";

  @Bean
  Unhurried monthEnd(Books books, Journal journal) {
    return new Unhurried(JOB, new MonthEnd(books, journal));
  }

  @Bean
  Hourly closing(Unhurried monthEnd, Timetable timetable) {
    return new Hourly(timetable, JOB, monthEnd);
  }
}
