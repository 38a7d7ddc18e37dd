package dev.feierabend.core.forecasting;

/// Whether a forecast may be used, and what is used instead where it may not.
public sealed interface Verdict {
  /// Whether what the forecast tells may be planned with.
  default boolean usable() {
    return switch (this) {
      case Trusted _, Borrowed _ -> true;
      case NotBetter _, TooLittle _ -> false;
    };
  }

  /// It beat every rule in its backtest.
  record Trusted(Backtest backtest) implements Verdict {}

  /// A rule did as well or better, and is used instead.
  ///
  /// @param than the best of the rules that aren't beaten
  record NotBetter(Backtest backtest, Rule than) implements Verdict {}

  /// Too little of its own is recorded, but told by the week that similar ones share, each of those
  /// would have been told better than by the highest hour it had shown.
  ///
  /// @param known hours of its own that are no gaps
  /// @param similar how many there are
  record Borrowed(int known, int similar, Score replayed) implements Verdict {}

  /// Too little is recorded to test it, and nothing can be borrowed.
  ///
  /// @param known hours that are no gaps; of those that could be tested a week ahead, where there
  ///   would be enough of them otherwise
  record TooLittle(int known, int needed) implements Verdict {}
}
