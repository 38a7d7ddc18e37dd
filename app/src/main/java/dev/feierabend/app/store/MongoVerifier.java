package dev.feierabend.app.store;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.FilledHistory;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.MongoHistory;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Examines a history in MongoDB: up to its own end, so that a hole shows, and against a head that
/// was kept outside, so that a cut does.
///
/// @param filling gives back events that have moved to archives
record MongoVerifier(MongoHistory history, Optional<PublicKey> key, UnaryOperator<Commit> filling) {
  /// @param kept the head that was acknowledged, or an earlier one
  Verification against(Optional<Head> kept) {
    Head end = end();
    Head last = kept.filter(head -> head.number() > end.number()).orElse(end);
    return switch (JournalVerifier.verify(
        new FilledHistory(history, filling)::commit, history::commit, last, key)) {
      case Verification.Intact intact ->
          kept.filter(head -> !stands(head))
              .<Verification>map(
                  head -> new Verification.Broken(head.number(), Flaw.of(Flaw.Kind.REPLACED)))
              .orElse(intact);
      case Verification.Broken broken -> broken;
      case Verification.Unreadable unreadable -> unreadable;
    };
  }

  private boolean stands(Head head) {
    return history.commit(head.number()).map(commit -> commit.head().equals(head)).orElse(false);
  }

  /// One that cannot be read is found where it stands.
  private Head end() {
    try {
      return history.end();
    } catch (CorruptJournal e) {
      return Head.GENESIS;
    }
  }
}
