package dev.feierabend.core.forecasting;

/// What tells the hours after a recording's end.
interface Outlook {
  /// The quantile; not a number where too little is known to tell.
  ///
  /// @param hour counted from the recording's beginning, at least its length
  /// @param slot the hour of the week that it is lived as
  double at(int hour, int slot);

  Drift drift();
}
