package dev.feierabend.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Runs subjects in turn, each once a round, so that what else the machine does meets all of them.
/// The order turns with every round.
///
/// @param warmUps rounds that are run first and forgotten
/// @param nanos real time
record Rounds(int warmUps, int rounds, LongSupplier nanos) {

  /// The first subject is the reference of the others.
  Comparison of(List<Subject> subjects) throws Exception {
    Map<Subject, List<Double>> seconds = new LinkedHashMap<>();
    subjects.forEach(subject -> seconds.put(subject, new ArrayList<>()));
    for (int round = 0; round < warmUps + rounds; round++) {
      for (int i = 0; i < subjects.size(); i++) {
        Subject subject = subjects.get((i + round) % subjects.size());
        double once = secondsAUnit(subject);
        if (round >= warmUps) {
          seconds.computeIfAbsent(subject, _ -> new ArrayList<>()).add(once);
        }
      }
    }
    return new Comparison(
        seconds.entrySet().stream()
            .map(entry -> new Comparison.Measured(entry.getKey(), entry.getValue()))
            .toList());
  }

  private double secondsAUnit(Subject subject) throws Exception {
    var trial = subject.preparation().trial();
    try {
      long began = nanos.getAsLong();
      long units = trial.run();
      return (nanos.getAsLong() - began) / 1e9 / units;
    } finally {
      trial.end();
    }
  }
}
