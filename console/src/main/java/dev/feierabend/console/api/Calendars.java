package dev.feierabend.console.api;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.feed.CalendarFeed;
import dev.feierabend.policies.feed.CalendarFeed.Off;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Agreements as calendars.
final class Calendars {
  private static final Duration BACK = Duration.ofDays(14);
  private static final Duration AHEAD = Duration.ofDays(365);

  private final Register register;
  private final Evaluation evaluation;
  private final Desk desk;
  private final Machines machines;

  /// Which are off, and what they are called.
  record Machines(Memory memory, Telling telling, String fleet) {
    /// Until the next is needed that sleeps now, as far as is known; at least the next hour.
    List<Off> off(Instant now) {
      Instant until =
          memory.plans().standing().stream()
              .flatMap(plan -> plan.windows().values().stream())
              .map(Window::readyBy)
              .filter(now::isBefore)
              .min(Instant::compareTo)
              .orElse(now.plus(Duration.ofHours(1)));
      return memory.night().slumber().remember().off().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(off -> off(off.getKey().toString(), off.getValue(), until))
          .toList();
    }

    private Off off(String id, Instant since, Instant until) {
      return new Off(id, telling.name(id), since, until);
    }
  }

  Calendars(Register register, Evaluation evaluation, Desk desk, Machines machines) {
    this.evaluation = evaluation;
    this.register = register;
    this.desk = desk;
    this.machines = machines;
  }

  /// Every agreement that this reader sees; machines for who sees the operator's part.
  String ofAll(Chronicle.Reader reader) {
    var agreements = new TreeMap<String, SchedulePolicy>();
    register
        .active(reader.caller())
        .forEach(entry -> agreements.put(entry.agreement().value(), entry.policy()));
    Instant now = desk.now();
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    List<Off> off = reader.caller().seesAll() ? machines.off(now) : List.of();
    return new CalendarFeed(evaluation, machines.fleet(), reader.locale(), today)
        .ofAll(agreements, off, today.minus(BACK), today.plus(AHEAD));
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
