package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.journal.Rewritten;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.core.proving.evidence.Growth;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done to a journal, to every commit of it, and what finds it: nothing but the journal
/// itself, the key, or a checkpoint that somebody kept. The table in the auditors' handbook says
/// the same.
class TamperMatrixTest {
  @TempDir static Path shared;
  private static List<Commit> history;
  private static List<Commit> other;
  private static TreeHead kept;
  @TempDir Path folder;

  @BeforeAll
  static void record() {
    history = SignedHistory.in(shared.resolve("one"), 3);
    other = SignedHistory.in(shared.resolve("other"), 4);
    kept = checkpoints(history).toList().getLast();
  }

  private static Stream<TreeHead> checkpoints(List<Commit> commits) {
    return commits.stream()
        .flatMap(commit -> CheckpointReader.events(commit).stream())
        .filter(CheckpointSigned.class::isInstance)
        .map(event -> (Seal.Note) ((CheckpointSigned) event).seal())
        .map(note -> TreeHead.parse(SignedNote.parse(note.text()).text()));
  }

  private static Head last() {
    return history.getLast().head();
  }

  private static Broken broken(long commit, Kind kind, Object... values) {
    return new Broken(commit, Flaw.of(kind, values));
  }

  /// The head beside the store is still the one that was acknowledged.
  private Verification stored(Forgery forgery) {
    Rewritten.write(folder, forgery.commits(), last());
    return JournalVerifier.verify(folder);
  }

  /// The head beside the store was rewritten, too.
  private void forged(Forgery forgery) {
    Rewritten.write(folder, forgery.commits(), forgery.commits().getLast().head());
  }

  private Verification withKey() {
    return JournalVerifier.verify(folder, Notary.SIGNER.publicKey());
  }

  private boolean holdsWhatWasKept() {
    return new Growth.OfJournal(() -> JournalFile.open(folder)).continues(kept.size(), kept.root());
  }

  @Test
  void theHistoryIsIntactByTheKeyAndByWhatWasKept() {
    Rewritten.write(folder, history, last());
    assertThat(withKey()).isInstanceOf(Intact.class);
    assertThat(holdsWhatWasKept()).isTrue();
    assertThat(JournalVerifier.verify(shared.resolve("one"))).isEqualTo(withKey());
  }

  @Test
  void aDroppedCommitIsFoundWhereItStood() {
    for (long number = 1; number <= history.size(); number++) {
      var holed = new TreeMap<Long, Commit>();
      history.forEach(commit -> holed.put(commit.number(), commit));
      holed.remove(number);
      Rewritten.write(folder, holed, last());
      assertThat(JournalVerifier.verify(folder))
          .isEqualTo(broken(number, Kind.MISSING, history.size()));
      assertThat(stored(Forgery.dropped(history, number)))
          .isEqualTo(
              number == history.size()
                  ? broken(number, Kind.MISSING, number)
                  : broken(number, Kind.OTHER_NUMBER, number + 1));
    }
  }

  @Test
  void aDoubledMovedOrReplacedCommitIsFoundWhereItStands() {
    for (long number = 1; number <= history.size(); number++) {
      assertThat(stored(Forgery.doubled(history, number)))
          .isEqualTo(broken(number + 1, Kind.OTHER_NUMBER, number));
      assertThat(stored(Forgery.replaced(history, number)))
          .isEqualTo(broken(number, Kind.OTHER_BODY));
      if (number < history.size()) {
        assertThat(stored(Forgery.swapped(history, number)))
            .isEqualTo(broken(number, Kind.OTHER_NUMBER, number + 1));
      }
    }
  }

  @Test
  void anotherHistorysEndIsFoundWhereItBegins() {
    for (long last = 1; last < history.size(); last++) {
      assertThat(stored(Forgery.spliced(history, last, other)))
          .isEqualTo(broken(last + 1, Kind.OTHER_PREDECESSOR));
    }
  }

  /// Together with its head it is an earlier history, whole and signed.
  @Test
  void aTailThatIsCutIsFoundByTheHeadAndWithTheHeadOnlyByWhatWasKept() {
    for (int size = 1; size < history.size(); size++) {
      var older = new Forgery("up to " + size, size + 1L, history.subList(0, size));
      assertThat(stored(older)).isEqualTo(broken(size + 1L, Kind.MISSING, history.size()));
      forged(older);
      assertThat(JournalVerifier.verify(folder)).isInstanceOf(Intact.class);
      assertThat(withKey()).isInstanceOf(Intact.class);
      assertThat(holdsWhatWasKept()).isEqualTo(size >= kept.size());
    }
  }

  @Test
  void hashesMadeAnewAreFoundByTheNextCheckpoint() {
    for (var forgery : Forgery.all(history, other)) {
      var relinked = forgery.relinked();
      forged(relinked);
      var found = SignedHistory.firstLie(history, forgery);
      assertFound(forgery, JournalVerifier.verify(folder), found);
      assertFound(forgery, withKey(), found);
      assertThat(holdsWhatWasKept()).as(forgery.what()).isEqualTo(beginsAsKept(relinked));
    }
  }

  private static boolean beginsAsKept(Forgery forgery) {
    int size = (int) kept.size();
    return forgery.commits().subList(0, size).equals(history.subList(0, size));
  }

  @Test
  void signaturesOfAnotherKeyAreFoundByTheKeyAndByWhatWasKept() {
    var whole = Forgery.all(history, other).stream().filter(SignedHistory::isWellFormed).toList();
    assertThat(whole).hasSizeGreaterThan(3 * history.size());
    for (var forgery : whole) {
      var signed = forgery.signed(Notary.OTHER);
      forged(signed);
      var found =
          SignedHistory.firstFalseCheckpoint(history, forgery)
              .map(commit -> broken(commit, Kind.CHECKPOINT_OF_ANOTHER_KEY));
      assertFound(forgery, JournalVerifier.verify(folder), Optional.empty());
      assertFound(forgery, withKey(), found);
      assertThat(holdsWhatWasKept()).as(forgery.what()).isEqualTo(beginsAsKept(signed));
    }
  }

  /// The key vouches for what is signed, not for that anything is: the verdict says how far that
  /// is.
  @Test
  void checkpointsThatAreTakenOutLeaveAHistoryThatNothingSigns() {
    var unsigned =
        history.stream().filter(commit -> CheckpointReader.events(commit).isEmpty()).toList();
    for (int number = 1; number <= unsigned.size(); number++) {
      forged(Forgery.replaced(unsigned, number).relinked());
      assertThat(withKey())
          .isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.signed()).isZero());
      assertThat(holdsWhatWasKept()).isFalse();
    }
  }

  private static void assertFound(
      Forgery forgery, Verification verdict, Optional<Broken> expected) {
    if (expected.isPresent()) {
      assertThat(verdict).as(forgery.what()).isEqualTo(expected.get());
    } else {
      assertThat(verdict).as(forgery.what()).isInstanceOf(Intact.class);
    }
  }
}
