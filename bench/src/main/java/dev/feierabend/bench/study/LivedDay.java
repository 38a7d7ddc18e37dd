package dev.feierabend.bench.study;

import dev.feierabend.sandbox.study.Day;
import dev.feierabend.sandbox.study.Lateness;
import dev.feierabend.sandbox.study.MethodName;
import dev.feierabend.sandbox.study.Outcome;
import dev.feierabend.sandbox.study.Rules;
import dev.feierabend.sandbox.study.Study;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// A day under each set of rules that the study's aim speaks of.
record LivedDay(
    String day,
    int guests,
    UnderRules published,
    UnderRules kept,
    UnderRules memory,
    UnderRules honest,
    Lateness lateness) {
  private static final double MOST_SECONDS = 20;

  static LivedDay of(Day day, LongSupplier nanos) {
    return new LivedDay(
        day.name(),
        day.guests(),
        UnderRules.of(day, Rules.PUBLISHED, nanos),
        UnderRules.of(day, Rules.KEPT, nanos),
        UnderRules.of(day, Rules.MEMORY, nanos),
        UnderRules.of(day, Rules.HONEST, nanos),
        Study.of(day, Rules.HONEST, nanos).lateness().orElseThrow());
  }

  List<UnderRules> all() {
    return List.of(published, kept, memory, honest);
  }

  List<Limit> limits() {
    return Stream.of(
            memoryFree(),
            memoryEnforced(),
            Stream.of(published, kept, memory).map(LivedDay::lowest),
            all().stream().map(LivedDay::soon))
        .flatMap(limits -> limits)
        .toList();
  }

  private Stream<Limit> memoryFree() {
    Outcome ours = kept.outcome(MethodName.FEIERABEND);
    Outcome theirs = kept.outcome(MethodName.LR_MMT);
    double migrations = Limit.part(ours.migrations(), theirs.migrations());
    return Stream.of(
        new Limit("kept: energy / bound", ours.ofBound(), 1.12),
        new Limit("kept: migrations / LR-MMT's", migrations, 1.0 / 20),
        new Limit("kept: SLATAH / LR-MMT's", Limit.part(ours.slatah(), theirs.slatah()), 0.25),
        new Limit("kept: SLAV / LR-MMT's", Limit.part(ours.slav(), theirs.slav()), 0.1));
  }

  private Stream<Limit> memoryEnforced() {
    Outcome atOnce = memory.outcome(MethodName.FEIERABEND);
    double late = honest.outcome(MethodName.FEIERABEND).kwh();
    double each = (double) atOnce.migrations() / guests;
    return Stream.of(
        new Limit("memory: energy / bound", atOnce.ofBound(), 1.06),
        new Limit("memory: migrations a guest, fewer than", each, Math.nextDown(1.0)),
        new Limit("honest: energy / memory's bound", late / atOnce.boundKwh(), 1.08));
  }

  private static Limit lowest(UnderRules lived) {
    double threshold = lived.outcome(MethodName.THR_MMT).kwh();
    double deviation = lived.outcome(MethodName.MAD_MMT).kwh();
    return new Limit(
        lived.rules() + ": energy of LR-MMT / MAD's or THR's",
        lived.outcome(MethodName.LR_MMT).kwh() / Math.min(threshold, deviation),
        1);
  }

  private static Limit soon(UnderRules lived) {
    return new Limit(lived.rules() + ": seconds of all methods", lived.seconds(), MOST_SECONDS);
  }
}
