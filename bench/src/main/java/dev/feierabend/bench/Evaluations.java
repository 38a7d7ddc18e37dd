package dev.feierabend.bench;

import dev.feierabend.bench.Comparison.Scale;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Policies evaluated over a year and at one instant, and how many times as long it takes to ask
/// each minute instead.
///
/// @param year policies of which all transitions of a year are told
/// @param once policies that are asked about one instant
record Evaluations(Rounds rounds, HolidayCalendar calendar, int year, int once, PrintWriter out) {
  private static final Instant FROM = Instant.parse("2026-12-31T23:00:00Z");
  private static final Instant TO = Instant.parse("2027-12-31T23:00:00Z");
  private static final Instant AT = Instant.parse("2027-05-12T18:00:00Z");

  private static final int YEAR = 365;

  /// Asking minutes takes long, and each day as long as the other.
  private static final int NAIVE = 14;

  /// Who asks minutes keeps the holidays of each policy by itself.
  private static final int FEW = 1_000;

  /// One explanation is over before the clock has moved much.
  private static final int AGAIN = 100;

  void compare() throws Exception {
    List<SchedulePolicy> policies = PolicyMix.of(Math.max(year, once));
    told("A year of one policy, each change in a sentence", explained(policies.getFirst()), YEAR);
    told("A year of %,d policies".formatted(year), year(policies.subList(0, year)), year * YEAR);
    told("%,d policies at one instant".formatted(once), once(policies.subList(0, once)), once);
  }

  private void told(String title, List<Subject> subjects, int units) throws Exception {
    out.println(title);
    Comparison comparison = rounds.of(subjects);
    comparison.print(out, Scale.MICROSECONDS);
    double all = comparison.all().getFirst().spread().median() * units * 1e3;
    out.printf(Locale.ROOT, "all of it: %,.1f ms%n%n", all);
    out.flush();
  }

  private List<Subject> explained(SchedulePolicy policy) {
    var evaluation = new Evaluation(calendar);
    return List.of(
        new Subject(
            "Evaluation.between and BecauseText",
            "day",
            () ->
                () -> {
                  long told = 0;
                  for (int i = 0; i < AGAIN; i++) {
                    told += explain(evaluation, policy);
                  }
                  return told > 0 ? AGAIN * YEAR : 0;
                }),
        naive(policy));
  }

  private static long explain(Evaluation evaluation, SchedulePolicy policy) {
    return evaluation.between(policy, FROM, TO).stream()
        .map(transition -> BecauseText.of(transition.verdict().because(), Locale.GERMAN))
        .filter(sentence -> !sentence.isBlank())
        .count();
  }

  private List<Subject> year(List<SchedulePolicy> policies) {
    var evaluation = new Evaluation(calendar);
    return List.of(
        new Subject(
            "Evaluation.between",
            "day",
            () ->
                () -> {
                  policies.forEach(policy -> evaluation.between(policy, FROM, TO));
                  return (long) policies.size() * YEAR;
                }),
        naive(policies.getFirst()));
  }

  private Subject naive(SchedulePolicy policy) {
    Instant to = FROM.plus(Duration.ofDays(NAIVE));
    return new Subject(
        "Each minute asked",
        "day",
        () -> () -> new NaiveMinutes(policy, calendar).sleeps(FROM, to) > 0 ? NAIVE : 0);
  }

  private List<Subject> once(List<SchedulePolicy> policies) {
    var known = new Evaluation(calendar);
    List<NaiveMinutes> naive =
        policies.stream().limit(FEW).map(policy -> new NaiveMinutes(policy, calendar)).toList();
    return List.of(
        new Subject("Evaluation.at", "policy", () -> () -> asleep(known, policies)),
        new Subject(
            "Evaluation.at, asked for the first time",
            "policy",
            () -> {
              var evaluation = new Evaluation(calendar);
              return () -> asleep(evaluation, policies);
            }),
        new Subject(
            "The minute asked",
            "policy",
            () ->
                () -> {
                  naive.forEach(minutes -> minutes.asleep(AT));
                  return naive.size();
                }));
  }

  private static long asleep(Evaluation evaluation, List<SchedulePolicy> policies) {
    long asleep =
        policies.stream()
            .filter(policy -> evaluation.at(policy, AT) instanceof Verdict.Asleep)
            .count();
    return asleep > 0 ? policies.size() : 0;
  }
}
