package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.NoteSignature;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampTrust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether others' word in a history holds, by keys that whoever verifies has from elsewhere. Asked
/// about each commit in order.
public final class WordCheck {
  /// Under which the size of the last checkpoint that was stamped is told.
  public static final String STAMPED = "timestamp";

  private final Map<String, CosignerKey> witnesses;
  private final Optional<TimestampTrust> authority;
  private final Map<String, Long> vouched = new TreeMap<>();
  private Optional<Seal.Note> newest = Optional.empty();

  /// @param witnesses whose cosignatures are looked at; others' are nothing to whoever verifies
  /// @param authority whose time stamps are, likewise
  public WordCheck(List<CosignerKey> witnesses, Optional<TimestampTrust> authority) {
    this.witnesses =
        witnesses.stream()
            .collect(Collectors.toMap(key -> key.name().value(), Function.identity()));
    this.authority = authority;
  }

  /// False where a commit holds a word that isn't what it claims to be.
  public boolean holds(Commit commit) {
    try {
      return CheckpointReader.events(commit).stream().allMatch(this::holds);
    } catch (RuntimeException e) {
      // Whatever can be wrong with a payload: no JSON of ours, no note, no signature.
      return false;
    }
  }

  private boolean holds(ProvingEvent event) {
    return switch (event) {
      case CheckpointSigned(_, Seal.Note note, _) -> {
        newest = Optional.of(note);
        yield true;
      }
      case OfCheckpoint word ->
          newest.filter(note -> note.digestInHex().equals(word.checkpoint())).isPresent()
              && Checkpoint.tree(newest.get()).size() == word.size()
              && holds(word, newest.get());
      case ProvingEvent _ -> true;
    };
  }

  private boolean holds(OfCheckpoint word, Seal.Note note) {
    return switch (word) {
      case CheckpointCosigned one -> cosigned(one, note);
      case TimestampObtained one -> stamped(one, note);
      case WitnessRefused _ -> true;
    };
  }

  private boolean cosigned(CheckpointCosigned word, Seal.Note note) {
    return cosigned(
        note, NoteSignature.parse(word.cosignature()), word.witness(), word.at()::equals);
  }

  private boolean stamped(TimestampObtained word, Seal.Note note) {
    return stamped(
        note,
        word.token(),
        stamp -> stamp.at().equals(word.at()) && stamp.authority().equals(word.authority()));
  }

  /// The same of a line that lies beside a checkpoint.
  public boolean cosigned(Seal.Note note, NoteSignature line) {
    return cosigned(note, line, line.name().value(), _ -> true);
  }

  private boolean cosigned(
      Seal.Note note, NoteSignature line, String witness, Predicate<Instant> at) {
    var key = witnesses.get(witness);
    var text = SignedNote.parse(note.text()).text();
    return key == null
        || vouches(
            witness,
            note,
            key.in(new SignedNote(text, List.of(line)))
                .filter(cosignature -> at.test(cosignature.at()))
                .isPresent());
  }

  /// The same of a token that lies beside a checkpoint.
  ///
  /// @param token DER in Base64
  public boolean stamped(Seal.Note note, String token) {
    return stamped(note, token, _ -> true);
  }

  private boolean stamped(Seal.Note note, String token, Predicate<Stamping.Stamped> as) {
    return authority
        .map(trust ->
            vouches(
                STAMPED,
                note,
                trust.check(token, note.digest()) instanceof Stamping.Stamped stamp
                    && as.test(stamp)))
        .orElse(true);
  }

  private boolean vouches(String who, Seal.Note note, boolean good) {
    vouched.merge(who, good ? Checkpoint.tree(note).size() : 0L, Math::max);
    return good;
  }

  /// The size of the largest tree that each of them vouched for, by its name; who never did is not
  /// in it.
  public Map<String, Long> vouched() {
    return Map.copyOf(vouched);
  }
}
