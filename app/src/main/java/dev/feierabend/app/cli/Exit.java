package dev.feierabend.app.cli;

/// Exit codes.
final class Exit {
  /// Done and good.
  static final int GOOD = 0;

  /// The answer is "no": a fault in a policy, a broken chain.
  static final int NO = 1;

  /// Wrong usage or unreadable input.
  static final int USAGE = 2;

  /// Store, cluster or controller can't be reached.
  static final int OUTAGE = 3;

  private Exit() {}
}
