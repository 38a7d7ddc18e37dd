package dev.feierabend.core.proving.witness;

import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.ConsistencyProof;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a witness is asked to cosign: a checkpoint, and the proof that it grew out of the tree of
/// `old` leaves, which is the last that the witness saw.
public record Submission(long old, List<MerkleHash> proof, SignedNote checkpoint) {
  private static final int LONGEST_PROOF = 63;
  private static final Pattern OLD = Pattern.compile("old (" + TreeHead.NUMBER + ")");

  public Submission {
    proof = List.copyOf(proof);
  }

  /// @throws IllegalArgumentException where `body` is none; says what of it
  public static Submission parse(String body) {
    int blank = body.indexOf("\n\n");
    if (blank < 0) {
      throw new IllegalArgumentException(
          "Expected \"old <size>\", proof lines, an empty line and a checkpoint");
    }
    var lines = List.of(body.substring(0, blank).split("\n", -1));
    var old = OLD.matcher(lines.getFirst());
    if (!old.matches() || lines.size() > 1 + LONGEST_PROOF) {
      throw new IllegalArgumentException(
          "Expected \"old <size>\" and at most %d hashes but found \"%s\" and %d"
              .formatted(LONGEST_PROOF, lines.getFirst(), lines.size() - 1));
    }
    var submission =
        new Submission(
            Long.parseLong(old.group(1)),
            lines.stream().skip(1).map(MerkleHash::parse).toList(),
            SignedNote.parse(body.substring(blank + 2)));
    if (submission.old > submission.head().size()) {
      throw new IllegalArgumentException(
          "Expected an old size up to the checkpoint's, %d, but found %d"
              .formatted(submission.head().size(), submission.old));
    }
    return submission;
  }

  /// @throws IllegalArgumentException where the note is no checkpoint
  public TreeHead head() {
    return TreeHead.parse(checkpoint.text());
  }

  /// Whether the checkpoint's tree begins with the `old` leaves whose root is `seen`.
  public boolean growsOutOf(MerkleHash seen) {
    var head = head();
    if (old == 0) {
      return proof.isEmpty() && (head.size() > 0 || head.root().equals(MerkleHash.EMPTY));
    }
    return new ConsistencyProof(old, head.size(), proof).holds(seen, head.root());
  }

  /// The body of a request.
  @Override
  public String toString() {
    return proof.stream()
        .map(hash -> hash + "\n")
        .collect(Collectors.joining("", "old %d\n".formatted(old), "\n" + checkpoint));
  }
}
