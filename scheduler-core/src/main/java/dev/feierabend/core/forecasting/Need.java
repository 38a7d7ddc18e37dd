package dev.feierabend.core.forecasting;

import java.util.Optional;

/// What a workload is planned to need, and how that is known.
///
/// @param cores of all its replicas together; empty where it needs what it asks for
/// @param verdict on its forecast, whether it is used or not; empty where none was made
/// @param drift of its load, as far as a forecast was made
public record Need(Optional<Double> cores, Source source, Optional<Verdict> verdict, Drift drift) {
  /// Where the figure is from.
  public enum Source {
    /// The forecast, which did better than every rule in its backtest.
    FORECAST,
    /// The highest of the last seven days and a fifth more.
    RECORDED,
    /// What it asks for: too little was measured of its pool.
    SIZE
  }
}
