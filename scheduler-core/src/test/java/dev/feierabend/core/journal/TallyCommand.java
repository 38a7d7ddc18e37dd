package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Command;

/// The smallest slice there can be: someone counts.
sealed interface TallyCommand extends Command {
  String tally();

  @Override
  default String target() {
    return "tally/" + tally();
  }

  /// Refused where the tally would pass 1,000,000.
  record Add(String tally, int amount) implements TallyCommand {}

  /// Records two events at once.
  record AddTwice(String tally, int amount) implements TallyCommand {}

  /// Records events of two owners, which is a bug.
  record AddForTwo(String tally) implements TallyCommand {}
}
