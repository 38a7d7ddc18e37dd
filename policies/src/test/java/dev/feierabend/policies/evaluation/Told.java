package dev.feierabend.policies.evaluation;

import java.time.Instant;
import java.util.List;

/// A verdict in words that compare quickly.
record Told(String kind, List<Object> words) {
  static Told of(String kind, Object... words) {
    return new Told(kind, List.of(words));
  }

  /// Of instants outside of those minutes that the oracle looks at nothing more is told.
  static Told asleep(Instant since, Instant wakeAt, Instant readyBy, LocalMinutes seen) {
    boolean begun = since.isAfter(seen.at(0));
    boolean ends = readyBy.isBefore(seen.at(seen.count()));
    return of(
        "Asleep", begun ? since : "before", ends ? wakeAt : "after", ends ? readyBy : "after");
  }

  static Told of(Verdict verdict, LocalMinutes seen) {
    return switch (verdict) {
      case Verdict.Asleep(_, var since, var wakeAt, var readyBy) ->
          asleep(since, wakeAt, readyBy, seen);
      case Verdict.Awake(Because.WakingUp(var readyBy)) -> of("WakingUp", readyBy);
      case Verdict.Awake(Because.StaysAwake(var date)) -> of("StaysAwake", date);
      case Verdict.Awake(Because.Never(_, var line, _)) -> of("Never", line);
      case Verdict.Awake(var because) -> of(because.getClass().getSimpleName());
    };
  }
}
