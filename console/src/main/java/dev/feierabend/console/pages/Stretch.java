package dev.feierabend.console.pages;

import dev.feierabend.policies.comparison.Change;
import dev.feierabend.policies.evaluation.Because;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A stretch of time to draw, `to` exclusive.
record Stretch(Instant from, Instant to, Piece.Kind kind, Because because) {

  /// What `policy` wants from `from` to `to`, without a gap.
  static List<Stretch> of(Evaluation evaluation, SchedulePolicy policy, Instant from, Instant to) {
    var stretches = new ArrayList<Stretch>();
    Instant since = from;
    Verdict verdict = evaluation.at(policy, from);
    for (Transition next : evaluation.between(policy, from, to)) {
      stretches.add(of(since, next.at(), verdict));
      since = next.at();
      verdict = next.verdict();
    }
    if (since.isBefore(to)) {
      stretches.add(of(since, to, verdict));
    }
    return stretches;
  }

  static Stretch of(Change change) {
    return new Stretch(
        change.from(),
        change.to(),
        change.asleep() ? Piece.Kind.MORE : Piece.Kind.LESS,
        change.after());
  }

  private static Stretch of(Instant from, Instant to, Verdict verdict) {
    return new Stretch(from, to, kind(verdict), verdict.because());
  }

  private static Piece.Kind kind(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Asleep _ -> Piece.Kind.ASLEEP;
      case Verdict.Awake(var because) ->
          switch (because) {
            case Because.WakingUp _ -> Piece.Kind.WAKING;
            case Because.StaysAwake _, Because.Never _, Because.UnknownList _ -> Piece.Kind.KEPT;
            case Because.Rule _,
                Because.ByHoliday _,
                Because.ByDate _,
                Because.NoWindow _,
                Because.NotYetValid _,
                Because.NoLongerValid _ ->
                Piece.Kind.AWAKE;
          };
    };
  }
}
