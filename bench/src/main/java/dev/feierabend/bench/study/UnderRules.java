package dev.feierabend.bench.study;

import dev.feierabend.sandbox.study.Day;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import dev.feierabend.sandbox.study.Rules;
import dev.feierabend.sandbox.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/// A day as all methods live it by one set of rules.
///
/// @param seconds of all together, the bound's included
record UnderRules(Rules rules, List<Outcome> outcomes, double seconds) {
  UnderRules {
    outcomes = List.copyOf(outcomes);
  }

  static UnderRules of(Day day, Rules rules, LongSupplier nanos) {
    long begin = nanos.getAsLong();
    Study study = Study.of(day, rules, nanos);
    List<Outcome> outcomes = Arrays.stream(MethodName.values()).map(study::outcome).toList();
    return new UnderRules(rules, outcomes, (nanos.getAsLong() - begin) / 1e9);
  }

  Outcome outcome(MethodName method) {
    return outcomes.stream()
        .filter(outcome -> outcome.method().equals(method.toString()))
        .findFirst()
        .orElseThrow();
  }
}
