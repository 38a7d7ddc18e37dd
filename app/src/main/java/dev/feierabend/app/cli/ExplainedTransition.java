package dev.feierabend.app.cli;

import dev.feierabend.policies.evaluation.Because;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A time at which a policy falls asleep or wakes, and why. `local` is that time in the policy's
/// zone.
record ExplainedTransition(
    Instant at, ZonedDateTime local, boolean asleep, String rule, String because) {

  static ExplainedTransition of(Transition transition, SchedulePolicy policy, Locale locale) {
    var because = transition.verdict().because();
    String sentence = BecauseText.of(because, locale, policy.zone());
    return new ExplainedTransition(
        transition.at(),
        transition.at().atZone(policy.zone()),
        transition.verdict() instanceof Verdict.Asleep,
        because.getClass().getSimpleName(),
        wakes(transition, policy) ? sentence + readyOnce(policy, locale) : sentence);
  }

  /// Without a lead, the wake begins when the window ends.
  private static boolean wakes(Transition transition, SchedulePolicy policy) {
    return transition.verdict() instanceof Verdict.Awake(var because)
        && (because instanceof Because.WakingUp || policy.lead().isZero());
  }

  private static String readyOnce(SchedulePolicy policy, Locale locale) {
    var tests = policy.readyBy().tests();
    return tests.isEmpty() ? "" : " " + BecauseText.readyOnce(tests, locale);
  }

  String line(Locale locale) {
    return "%s  %s  %s"
        .formatted(
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", locale).format(local),
            word(locale.getLanguage().equals("de")),
            because);
  }

  private String word(boolean german) {
    if (asleep) {
      return german ? "schläft" : "asleep ";
    }
    return german ? "wach   " : "awake  ";
  }
}
