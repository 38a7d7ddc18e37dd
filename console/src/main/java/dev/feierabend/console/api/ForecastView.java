package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.SavingForecast;

/// What a proposal is expected to come to, by what was recorded before it: kilowatt hours saved in
/// a month of 30.4 days, `least` and `most` of nineteen months of twenty, hours asleep a week, and
/// how often in so many nights it would have been woken early, for how many minutes in all.
public record ForecastView(
    double kilowattHoursAMonth,
    double least,
    double most,
    double asleepHoursAWeek,
    int recordedHours,
    int nights,
    int earlyWakes,
    long minutes) {

  public static ForecastView of(SavingForecast forecast) {
    return new ForecastView(
        forecast.kilowattHoursAMonth(),
        forecast.least(),
        forecast.most(),
        forecast.asleepHoursAWeek(),
        forecast.recordedHours(),
        forecast.risk().nights(),
        forecast.risk().earlyWakes(),
        forecast.risk().minutes());
  }
}
