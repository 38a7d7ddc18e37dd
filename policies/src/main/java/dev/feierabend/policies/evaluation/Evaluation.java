package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// What a policy wants at an instant, and why.
public final class Evaluation {
  private Evaluation() {}

  public static Verdict at(SchedulePolicy policy, Instant at) {
    return outsideValidity(policy, at)
        .<Verdict>map(Verdict.Awake::new)
        .or(() -> inWindow(policy, at))
        .orElseGet(() -> new Verdict.Awake(outsideWindows(policy, at)));
  }

  private static Optional<Because> outsideValidity(SchedulePolicy policy, Instant at) {
    Optional<Because> early =
        policy
            .validity()
            .from()
            .filter(from -> at.isBefore(LocalTimes.sleepsAt(from.atStartOfDay(), policy.zone())))
            .map(Because.NotYetValid::new);
    return early.or(() ->
        policy
            .validity()
            .to()
            .filter(to -> !at.isBefore(LocalTimes.wakesAt(dayAfter(to), policy.zone())))
            .map(Because.NoLongerValid::new));
  }

  private static Optional<Verdict> inWindow(SchedulePolicy policy, Instant at) {
    return Windows.covering(policy, at)
        .flatMap(window -> {
          Instant wakeAt = window.wakeAt(policy.lead());
          if (!window.since().isBefore(wakeAt)) {
            return Optional.empty();
          }
          return Optional.of(
              at.isBefore(wakeAt)
                  ? new Verdict.Asleep(window.because(), window.since(), wakeAt, window.readyBy())
                  : new Verdict.Awake(new Because.WakingUp(window.readyBy())));
        });
  }

  private static Because outsideWindows(SchedulePolicy policy, Instant at) {
    return policy.asleep().exceptions().stream()
        .filter(exception -> exception instanceof DateException.StaysAwake)
        .map(DateException::date)
        .filter(date -> during(date, policy.zone(), at))
        .min(LocalDate::compareTo)
        .<Because>map(Because.StaysAwake::new)
        .orElseGet(Because.NoWindow::new);
  }

  private static boolean during(LocalDate date, ZoneId zone, Instant at) {
    return !at.isBefore(LocalTimes.wakesAt(date.atStartOfDay(), zone))
        && at.isBefore(LocalTimes.sleepsAt(dayAfter(date), zone));
  }

  private static LocalDateTime dayAfter(LocalDate date) {
    return date.plusDays(1).atStartOfDay();
  }
}
