package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.console.api.ForecastView;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.forecasting.proposals.Never;
import dev.feierabend.core.forecasting.proposals.Suggestion;
import dev.feierabend.core.forecasting.proposals.Suggestion.Because;
import dev.feierabend.policies.language.WeekTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A suggestion for people: what it comes to as comments over the policy, so that all of it is a
/// document.
///
/// @param price euro a kilowatt hour, where it is known
record SuggestionLines(Phrases phrases, Locale locale, OptionalDouble price) {
  List<String> of(Suggestion suggestion) {
    return switch (suggestion) {
      case Suggestion.Declined(var pool, var because) ->
          List.of(comment(phrases.of("suggest-none", pool, sentence(because))), "");
      case Suggestion.Proposed proposed -> of(proposed);
    };
  }

  private List<String> of(Suggestion.Proposed proposed) {
    var lines = new ArrayList<String>();
    lines.add(phrases.of("suggest-head", proposed.pool(), proposed.knownHours()));
    lines.addAll(of(proposed.forecast()));
    proposed.never().forEach(never -> lines.add(sentence(never)));
    lines.add(phrases.of("suggest-holidays"));
    lines.replaceAll(SuggestionLines::comment);
    proposed.policy().document().text().lines().forEach(lines::add);
    lines.add("");
    return lines;
  }

  private List<String> of(SavingForecast forecast) {
    List<String> sentences = sentences(ForecastView.of(forecast), phrases);
    var lines = new ArrayList<>(sentences);
    price.ifPresent(euro ->
        lines.add(
            1,
            phrases.of(
                "suggest-euro",
                euro,
                euro * forecast.kilowattHoursAMonth(),
                euro * forecast.least(),
                euro * forecast.most())));
    return lines;
  }

  /// What a policy is expected to save, then how often it would have been woken early.
  static List<String> sentences(ForecastView forecast, Phrases phrases) {
    return List.of(
        phrases.of(
            "suggest-saves",
            forecast.asleepHoursAWeek(),
            forecast.kilowattHoursAMonth(),
            forecast.least(),
            forecast.most()),
        phrases.of(
            "suggest-risk",
            forecast.nights(),
            forecast.earlyWakes(),
            phrases.of("suggest-minutes", forecast.minutes())));
  }

  private String sentence(Never never) {
    return phrases.of(
        "suggest-never",
        time(never.window().begin()),
        time(never.window().end()),
        never.weeks(),
        never.of());
  }

  private String time(WeekTime time) {
    return time.day().getDisplayName(TextStyle.FULL, locale) + " " + time.time();
  }

  private String sentence(Because because) {
    String key = "suggest-" + code(because);
    return switch (because) {
      case Because.TooLittleRecorded(var known, var all) -> phrases.of(key, known, all);
      case Because.AlwaysTheSame _,
          Because.NeverUsed _,
          Because.NothingQuiet _,
          Because.NothingSaved _ ->
          phrases.of(key);
    };
  }

  static String code(Because because) {
    return switch (because) {
      case Because.TooLittleRecorded _ -> "too-little";
      case Because.AlwaysTheSame _ -> "always-the-same";
      case Because.NeverUsed _ -> "never-used";
      case Because.NothingQuiet _ -> "nothing-quiet";
      case Because.NothingSaved _ -> "nothing-saved";
    };
  }

  private static String comment(String line) {
    return "# " + line;
  }
}
