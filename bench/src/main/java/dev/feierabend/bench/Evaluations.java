package dev.feierabend.bench;

import dev.feierabend.bench.Comparison.Scale;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Policies evaluated over a year and at one instant, against asking each minute.
///
/// @param year policies of which all transitions of a year are told
/// @param once policies that are asked about one instant
record Evaluations(Rounds rounds, HolidayCalendar calendar, int year, int once, PrintWriter out) {
  private static final Instant FROM = Instant.parse("2026-12-31T23:00:00Z");
  private static final Instant TO = Instant.parse("2027-12-31T23:00:00Z");
  private static final Instant AT = Instant.parse("2027-05-12T18:00:00Z");

  void compare() throws Exception {
    List<SchedulePolicy> policies = PolicyMix.of(Math.max(year, once));
    told("A year of one policy, each change in a sentence", explained(policies.getFirst()), 1);
    told("A year of %,d policies".formatted(year), year(policies.subList(0, year)), year);
    told("%,d policies at one instant".formatted(once), once(policies.subList(0, once)), once);
  }

  private void told(String title, List<Subject> subjects, int policies) throws Exception {
    out.println(title);
    Comparison comparison = rounds.of(subjects);
    comparison.print(out, Scale.MICROSECONDS);
    double all = comparison.all().getLast().spread().median() * policies * 1e3;
    out.printf(Locale.ROOT, "all of it: %,.1f ms%n%n", all);
    out.flush();
  }

  private List<Subject> explained(SchedulePolicy policy) {
    return List.of(
        naive(policy),
        new Subject(
            "Evaluation.between and BecauseText",
            "policy",
            () -> {
              var evaluation = new Evaluation(calendar);
              return () -> {
                long letters =
                    evaluation.between(policy, FROM, TO).stream()
                        .mapToLong(transition ->
                            BecauseText.of(transition.verdict().because(), Locale.GERMAN).length())
                        .sum();
                return letters > 0 ? 1 : 0;
              };
            }));
  }

  private List<Subject> year(List<SchedulePolicy> policies) {
    return List.of(
        naive(policies.getFirst()),
        new Subject(
            "Evaluation.between",
            "policy",
            () -> {
              var evaluation = new Evaluation(calendar);
              return () -> {
                policies.forEach(policy -> evaluation.between(policy, FROM, TO));
                return policies.size();
              };
            }));
  }

  /// Of one policy only: a year of minutes takes long.
  private Subject naive(SchedulePolicy policy) {
    return new Subject(
        "Each minute asked",
        "policy",
        () -> () -> new NaiveMinutes(policy, calendar).sleeps(FROM, TO) > 0 ? 1 : 0);
  }

  private List<Subject> once(List<SchedulePolicy> policies) {
    List<NaiveMinutes> naive =
        policies.stream().map(policy -> new NaiveMinutes(policy, calendar)).toList();
    return List.of(
        new Subject(
            "The minute asked",
            "policy",
            () ->
                () -> {
                  naive.forEach(minutes -> minutes.asleep(AT));
                  return naive.size();
                }),
        new Subject(
            "Evaluation.at, asked for the first time",
            "policy",
            () -> {
              var evaluation = new Evaluation(calendar);
              return () -> asleep(evaluation, policies);
            }),
        new Subject(
            "Evaluation.at",
            "policy",
            () -> {
              var evaluation = new Evaluation(calendar);
              asleep(evaluation, policies);
              return () -> asleep(evaluation, policies);
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
