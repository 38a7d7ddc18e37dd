package dev.feierabend.core.forecasting;

/// The last week held against what was usual before it. A drift is noticed where the middle one of
/// its seven days lies off by more than two usual spreads: an odd day or an outage is none.
///
/// @param noticed whether older weeks were moved to the new level
/// @param shift by how much, in the load's unit; below 0 where it sank
public record Drift(boolean noticed, double shift) {
  static final Drift NONE = new Drift(false, 0);
  private static final int DAY = 24;
  private static final int DAYS = 7;
  private static final double SPREADS = 2;

  /// @param usual what was told a week before `now`
  static Drift before(int now, double[] load, int[] lived, Stage usual) {
    var days = new double[DAYS];
    var hours = new double[DAY];
    int known = 0;
    double spread = 0;
    for (int day = 0; day < DAYS; day++) {
      int count = 0;
      for (int hour = now - (day + 1) * DAY; hour < now - day * DAY; hour++) {
        spread += usual.spread(lived[hour]) / WeekHours.COUNT;
        if (!Double.isNaN(load[hour])) {
          hours[count++] = load[hour] - usual.course(lived[hour]);
        }
      }
      if (count > DAY / 2) {
        days[known++] = Medians.inPlace(hours, count);
      }
    }
    double middle = known > DAYS / 2 ? Medians.inPlace(days, known) : 0;
    return Math.abs(middle) > SPREADS * spread ? new Drift(true, middle) : NONE;
  }

  /// Moves what lies before `until` to the new level.
  void correct(double[] load, int until) {
    for (int hour = 0; noticed && hour < until; hour++) {
      load[hour] = Math.max(0, load[hour] + shift);
    }
  }
}
