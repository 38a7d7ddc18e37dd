package dev.feierabend.core.agreeing;

/// What a proposal is expected to come to, by what was recorded before it was made.
///
/// @param kilowattHoursAMonth saved in a month of 30.4 days, boots subtracted
/// @param uncertainty of it, one standard deviation (JCGM 100:2008, the GUM), 0 or more
/// @param asleepHoursAWeek of each of its pools on the average, early wakes subtracted
/// @param recordedHours on which all this stands
/// @param risk how often it would have been woken early meanwhile
public record SavingForecast(
    double kilowattHoursAMonth,
    double uncertainty,
    double asleepHoursAWeek,
    int recordedHours,
    Risk risk) {
  /// Two standard deviations hold nineteen months of twenty (GUM 6.2.2).
  private static final double NINETEEN_OF_TWENTY = 2;

  public SavingForecast {
    if (!(uncertainty >= 0 && asleepHoursAWeek >= 0 && recordedHours >= 0)) {
      throw new IllegalArgumentException(
          "Expected figures of at least 0 but found %s kWh of uncertainty, %s and %d hours"
              .formatted(uncertainty, asleepHoursAWeek, recordedHours));
    }
  }

  /// What was used while it would have slept: that often it would have been woken early.
  ///
  /// @param nights how many of its nights (for who sleeps by day, days) were recorded
  /// @param minutes for which it was used in them
  public record Risk(int nights, int earlyWakes, long minutes) {
    public Risk {
      if (nights < 0 || earlyWakes < 0 || minutes < 0) {
        throw new IllegalArgumentException(
            "Expected counts of at least 0 but found %d, %d and %d"
                .formatted(nights, earlyWakes, minutes));
      }
    }
  }

  /// No more than one month in forty saves less.
  public double least() {
    return kilowattHoursAMonth - NINETEEN_OF_TWENTY * uncertainty;
  }

  /// No more than one month in forty saves more.
  public double most() {
    return kilowattHoursAMonth + NINETEEN_OF_TWENTY * uncertainty;
  }
}
