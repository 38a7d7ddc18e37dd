package dev.feierabend.app.cli;

import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;

/// A recorded event as `history --json` tells it: the sentence for people, the event as it stands
/// in the journal for programs.
record ToldEvent(
    long commit, Instant time, String owner, String type, String sentence, JournalEvent event) {

  static ToldEvent of(Recorded recorded, String sentence) {
    return new ToldEvent(
        recorded.commit(),
        recorded.time(),
        recorded.owner().toString(),
        recorded.event().getClass().getSimpleName(),
        sentence,
        recorded.event());
  }
}
