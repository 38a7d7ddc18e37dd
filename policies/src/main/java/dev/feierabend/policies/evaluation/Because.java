package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Why a policy wants what it wants; `BecauseText` makes a sentence of it.
public sealed interface Because {
  /// The window of the policy that opened, the line where it stands, and its author's own reason.
  record Rule(String window, int line, Optional<String> reason) implements Because {}

  /// The same, opened by a holiday.
  record ByHoliday(String window, int line, Optional<String> reason, Holiday holiday)
      implements Because {}

  /// The exception of that date opened the window.
  record ByDate(LocalDate date) implements Because {}

  /// A window of `never` keeps everything awake.
  record Never(String window, int line, Optional<String> reason) implements Because {}

  /// The policy keeps the days of a list awake that the calendar doesn't have: as long as nobody
  /// knows which days those are, it might be any.
  record UnknownList(String list, int line) implements Because {}

  /// An exception keeps that date awake.
  record StaysAwake(LocalDate date) implements Because {}

  /// No window covers now.
  record NoWindow() implements Because {}

  /// The window is ending; what slept is to be back by then.
  record WakingUp(Instant readyBy) implements Because {}

  record NotYetValid(LocalDate from) implements Because {}

  record NoLongerValid(LocalDate to) implements Because {}
}
