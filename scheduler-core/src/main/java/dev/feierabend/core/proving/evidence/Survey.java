package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.CheckpointReader;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.Seal;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a history holds that vouches for it, found in one pass: the newest signed tree, and who
/// handed over to whom until then.
final class Survey {
  private final Map<Long, KeyRotated> handedOver = new TreeMap<>();
  private Map<Long, KeyRotated> rotations = Map.of();
  private Head head = Head.GENESIS;
  private Optional<Signed> signed = Optional.empty();
  private Words words = Words.NONE;

  /// @param size how many commits the tree holds, the last of which fixes every owner's head
  record Signed(long size, String note) {
    TreeHead tree() {
      return TreeHead.parse(SignedNote.parse(note).text());
    }
  }

  void take(Commit commit) {
    head = commit.head();
    for (ProvingEvent event : CheckpointReader.events(commit)) {
      switch (event) {
        case CheckpointSigned(var of, Seal.Note note, _) -> {
          signed = Optional.of(new Signed(of.number(), note.text()));
          words = Words.NONE;
          rotations = new TreeMap<>(handedOver);
        }
        case CheckpointSigned(_, Seal.Lines _, _), HeadsFixed _, PeriodArchived _ -> {}
        case OfCheckpoint word -> words = words.with(word);
        case KeyRotated rotation -> handedOver.put(commit.number(), rotation);
      }
    }
  }

  Head head() {
    return head;
  }

  Optional<Signed> signed() {
    return signed;
  }

  /// What of it goes along in members of its own, by their names: those hand-overs that were before
  /// the newest signature, by the number of the commit that holds them, and others' word on it.
  SortedMap<String, byte[]> members() {
    var members = new TreeMap<String, byte[]>();
    rotations.forEach(
        (number, one) -> members.put(Members.rotation(number), one.note().getBytes(UTF_8)));
    signed.ifPresent(tree -> members.putAll(words.members(tree.size())));
    return members;
  }
}
