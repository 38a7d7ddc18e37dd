package dev.feierabend.policies.evaluation;

import java.time.Instant;
import java.time.LocalDate;

/// Why a policy wants what it wants; `BecauseText` makes a sentence of it.
public sealed interface Because {
  /// The weekly interval that opened the window, and the line where it stands.
  record Rule(String interval, int line) implements Because {}

  /// The exception of that date opened the window.
  record ByDate(LocalDate date) implements Because {}

  /// An exception keeps that date awake.
  record StaysAwake(LocalDate date) implements Because {}

  /// No window covers now.
  record NoWindow() implements Because {}

  /// The window is ending; what slept is to be back by then.
  record WakingUp(Instant readyBy) implements Because {}

  record NotYetValid(LocalDate from) implements Because {}

  record NoLongerValid(LocalDate to) implements Because {}
}
