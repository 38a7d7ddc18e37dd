package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done to the commit in which one key hands over to the next, by somebody who makes
/// every hash anew, and what finds it.
class TamperedRotationTest {
  @TempDir static Path directory;
  private static List<Commit> history;
  private static long at;
  private static KeyRotated rotation;

  @BeforeAll
  static void rotate() {
    try (var notary = Notary.in(directory)) {
      notary.happen(3);
      notary.checkpoints().sign(Notary.NOW);
      notary.happen(1);
      var next = notary.checkpoints(Notary.OTHER, notary.journal());
      next.rotate(Notary.SIGNER, Notary.NOW);
      notary.happen(2);
      next.sign(Notary.NOW);
      try (var commits = notary.log().from(1)) {
        history = commits.toList();
      }
    }
    for (var commit : history) {
      for (var event : CheckpointReader.events(commit)) {
        if (event instanceof KeyRotated found) {
          at = commit.number();
          rotation = found;
        }
      }
    }
  }

  private static Verification verified(List<Commit> told, Optional<PublicKey> key) {
    LongFunction<Optional<Commit>> commits =
        number ->
            number <= told.size() ? Optional.of(told.get((int) number - 1)) : Optional.empty();
    return JournalVerifier.verify(commits, commits, told.getLast().head(), key);
  }

  private static Verification withKey(Forgery forgery) {
    return verified(forgery.commits(), Optional.of(Notary.SIGNER.publicKey()));
  }

  private static Verification withoutKey(Forgery forgery) {
    return verified(forgery.commits(), Optional.empty());
  }

  private static Broken broken(long commit, Kind kind) {
    return new Broken(commit, Flaw.of(kind));
  }

  private static String json(String text) {
    try {
      return JournalMapper.create().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Forgery altered(String was, String is) {
    var commit = history.get((int) at - 1);
    assertThat(commit.body()).contains(json(was));
    var other =
        new Commit(
            commit.header(),
            commit.sealed(),
            commit.hash(),
            commit.body().replace(json(was), json(is)));
    var commits = new ArrayList<>(history);
    commits.set((int) at - 1, other);
    return new Forgery(is, at, commits).relinked();
  }

  @Test
  void theHistoryIsIntactByTheFirstKey() {
    var found = verified(history, Optional.of(Notary.SIGNER.publicKey()));
    assertThat(found)
        .isInstanceOfSatisfying(
            Intact.class, intact -> assertThat(intact.signed()).isGreaterThan(at));
  }

  @Test
  void anyFlippedCharacterOfTheKeysAndTheSignatureIsFoundWhereItStands() {
    for (var text : List.of(rotation.oldKey(), rotation.newKey(), rotation.note())) {
      for (int i = 0; i < text.length(); i++) {
        char other = text.charAt(i) == 'A' ? 'B' : 'A';
        var forgery = altered(text, text.substring(0, i) + other + text.substring(i + 1));
        for (var found : List.of(withKey(forgery), withoutKey(forgery))) {
          assertThat(found).as(forgery.what()).isEqualTo(broken(at, Kind.KEY_CHANGE_UNSIGNED));
        }
      }
    }
  }

  @Test
  void anotherTimeIsFoundByTheNextListOfHeads() {
    var forgery = altered(Notary.NOW.toString(), Notary.NOW.plusSeconds(1).toString());
    assertThat(withKey(forgery)).isEqualTo(broken(at + 3, Kind.OTHER_HEADS));
  }

  /// Whoever has the new key signs what is left; only that the old one handed over is missing.
  @Test
  void aHandoverThatIsTakenOutIsFoundByTheNextListOfHeadsAndSignedAnewByTheKey() {
    var dropped = Forgery.dropped(history, at);
    assertThat(withoutKey(dropped.relinked())).isEqualTo(broken(at + 2, Kind.OTHER_HEADS));
    var signed = dropped.signed(Notary.OTHER);
    assertThat(withKey(signed)).isEqualTo(broken(at + 3, Kind.CHECKPOINT_OF_ANOTHER_KEY));
  }

  @Test
  void aHandoverThatIsThereTwiceIsFoundAtTheSecondByTheKey() {
    var doubled = Forgery.doubled(history, at).signed(Notary.OTHER);
    assertThat(withKey(doubled)).isEqualTo(broken(at + 1, Kind.KEY_CHANGE_UNSIGNED));
  }

  @Test
  void aHandoverThatIsMovedBehindTheNewKeysSignatureIsFoundThere() {
    var commits = new ArrayList<>(history);
    commits.add(commits.remove((int) at - 1));
    var moved = new Forgery("moved to the end", at, commits).signed(Notary.OTHER);
    assertThat(withKey(moved)).isEqualTo(broken(at + 3, Kind.CHECKPOINT_OF_ANOTHER_KEY));
  }
}
