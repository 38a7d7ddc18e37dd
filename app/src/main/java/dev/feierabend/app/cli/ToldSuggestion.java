package dev.feierabend.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.forecasting.proposals.Never;
import dev.feierabend.core.forecasting.proposals.Suggestion;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A suggestion for programs: a policy with its figures, or `declined`, why there is none.
///
/// @param figures what it would come to; euro where a price was named
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldSuggestion(
    String pool,
    @Nullable String declined,
    @Nullable String document,
    List<Always> never,
    @Nullable Figures figures) {
  /// A window in which it stays awake, for there was work in so many weeks of so many.
  record Always(String from, String to, int weeks, int of) {
    private static Always of(Never never) {
      return new Always(
          never.window().begin().toString(),
          never.window().end().toString(),
          never.weeks(),
          never.of());
    }
  }

  /// A month's; `least` and `most` hold nineteen of twenty.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Figures(
      double kwh,
      double leastKwh,
      double mostKwh,
      @Nullable Double euro,
      double asleepHoursAWeek,
      double recordedHours,
      int nights,
      int earlyWakes,
      long minutes) {}

  static ToldSuggestion of(Suggestion suggestion, OptionalDouble price) {
    return switch (suggestion) {
      case Suggestion.Declined(var pool, var because) ->
          new ToldSuggestion(pool.value(), SuggestionLines.code(because), null, List.of(), null);
      case Suggestion.Proposed proposed ->
          new ToldSuggestion(
              proposed.pool().value(),
              null,
              proposed.policy().document().text(),
              proposed.never().stream().map(Always::of).toList(),
              figures(proposed, price));
    };
  }

  private static Figures figures(Suggestion.Proposed proposed, OptionalDouble price) {
    var forecast = proposed.forecast();
    return new Figures(
        forecast.kilowattHoursAMonth(),
        forecast.least(),
        forecast.most(),
        price.isPresent() ? price.getAsDouble() * forecast.kilowattHoursAMonth() : null,
        forecast.asleepHoursAWeek(),
        proposed.knownHours(),
        forecast.risk().nights(),
        forecast.risk().earlyWakes(),
        forecast.risk().minutes());
  }
}
