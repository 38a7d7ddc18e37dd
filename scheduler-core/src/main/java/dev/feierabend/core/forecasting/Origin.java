package dev.feierabend.core.forecasting;

/// All that was known at one origin.
record Origin(Stage stage, Shape shape, Rules rules, Rules.Learned learned) {
  /// What each voice tells of an hour.
  ///
  /// @param slot the hour of the week
  /// @param now the hours before it are known, at most a week more than at the origin
  double[] voices(int hour, int slot, Horizon horizon, int now) {
    var told = new double[Voice.count()];
    double lastWeek = rules.lastWeek(hour, now) + learned.margin();
    told[Voice.COURSE.place()] = stage.told(slot, horizon, now);
    told[Voice.HIGHEST_AT_THAT_HOUR.place()] = shape.highest(slot);
    told[Voice.LAST_WEEK_AND_MARGIN.place()] =
        Double.isNaN(lastWeek) ? learned.flat() : Math.max(0, lastWeek);
    told[Voice.RECENT_PEAK.place()] = rules.recentPeak(now);
    told[Voice.FLAT_QUANTILE.place()] = learned.flat();
    return told;
  }
}
