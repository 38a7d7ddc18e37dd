package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.feed.CalendarFeed;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Agreements as calendars.
final class Calendars {
  private static final Duration BACK = Duration.ofDays(14);
  private static final Duration AHEAD = Duration.ofDays(365);

  private final Register register;
  private final Evaluation evaluation;
  private final Desk desk;

  Calendars(Register register, Evaluation evaluation, Desk desk) {
    this.evaluation = evaluation;
    this.register = register;
    this.desk = desk;
  }

  /// Stamped with the day, so that a day's editions are the same while the agreement is. Empty
  /// where nothing is in force.
  ///
  /// @throws dev.feierabend.console.problems.Declined where there is none for this reader
  String of(String tenant, String policy, Chronicle.Reader reader) {
    String id = tenant + "/" + policy;
    register.versions(reader.caller(), tenant, policy);
    List<SchedulePolicy> inForce =
        register
            .active(reader.caller())
            .filter(entry -> entry.agreement().value().equals(id))
            .map(Agreements.Entry::policy)
            .toList();
    Instant today = desk.now().truncatedTo(ChronoUnit.DAYS);
    return new CalendarFeed(evaluation, id, reader.locale(), today)
        .of(inForce, today.minus(BACK), today.plus(AHEAD));
  }
}
