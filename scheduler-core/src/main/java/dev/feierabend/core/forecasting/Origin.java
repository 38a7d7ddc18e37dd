package dev.feierabend.core.forecasting;

/// All that was known at one origin.
record Origin(Stage stage, Shape shape, Rules rules, Rules.Learned learned) {
  /// What each voice tells of an hour.
  ///
  /// @param slot the hour of the week
  /// @param course what the usual course tells of it
  /// @param lastWeek what it was a week before; not a number where that isn't known
  /// @param now the hours before it are known, at most a week more than at the origin
  double[] voices(int slot, double course, double lastWeek, int now) {
    var told = new double[Voice.count()];
    double more = lastWeek + learned.margin();
    told[Voice.COURSE.place()] = course;
    told[Voice.HIGHEST_AT_THAT_HOUR.place()] = shape.highest(slot);
    told[Voice.LAST_WEEK_AND_MARGIN.place()] =
        Double.isNaN(more) ? learned.flat() : Math.max(0, more);
    told[Voice.RECENT_PEAK.place()] = rules.recentPeak(now);
    told[Voice.FLAT_QUANTILE.place()] = learned.flat();
    return told;
  }
}
