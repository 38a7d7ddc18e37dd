package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Flaw;

/// What an examination of a history found.
public sealed interface Verification {
  /// Everything is as it was recorded, and nothing is missing at the end.
  ///
  /// @param signed how many commits, from the first on, the newest checkpoint signs; behind them
  ///   only the chain speaks, which whoever holds the program can make anew
  /// @param archived of how many commits the events are in archives that were not at hand: their
  ///   headers are what they were, their events were not looked at
  record Intact(long commits, long events, String headHash, long signed, long archived)
      implements Verification {}

  /// `firstBad` is the lowest number of a commit that isn't what it was, or isn't there; those
  /// before it are.
  record Broken(long firstBad, Flaw flaw) implements Verification {}

  /// There is nothing that could be examined.
  record Unreadable(String why) implements Verification {}
}
