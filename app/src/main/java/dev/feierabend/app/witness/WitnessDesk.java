package dev.feierabend.app.witness;

import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.witness.Submission;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Decides about checkpoints: each log's after one another, different logs' beside each other.
final class WitnessDesk {
  private final Map<KeyName, Log> logs;
  private final Cosigner cosigner;
  private final WitnessBook book;
  private final InstantSource clock;

  /// Guards what is kept of a log.
  private record Log(List<VerifierKey> keys) {}

  /// @param keys of the logs that are known; a log has several where it changed them
  WitnessDesk(List<VerifierKey> keys, Cosigner cosigner, WitnessBook book, InstantSource clock) {
    this.logs =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    VerifierKey::name,
                    Collectors.collectingAndThen(Collectors.toUnmodifiableList(), Log::new)));
    this.cosigner = cosigner;
    this.book = book;
    this.clock = clock;
  }

  /// The answer to `add-checkpoint` (c2sp.org/tlog-witness).
  Reply add(String body) {
    Submission submission;
    TreeHead head;
    try {
      submission = Submission.parse(body);
      head = submission.head();
    } catch (IllegalArgumentException e) {
      return Reply.text(400, String.valueOf(e.getMessage()));
    }
    Log log = logs.get(head.origin());
    if (log == null) {
      return Reply.text(404, "This witness knows no log " + head.origin());
    }
    if (!submission.checkpoint().holds(log.keys())) {
      return Reply.text(403, "Expected a signature by a known key of " + head.origin());
    }
    synchronized (log) {
      return add(submission, head, log);
    }
  }

  private Reply add(Submission submission, TreeHead head, Log log) {
    var seen = book.last(head.origin()).map(note -> TreeHead.parse(note.text()));
    long size = seen.map(TreeHead::size).orElse(0L);
    if (submission.old() != size) {
      return Reply.size(size);
    }
    if (!submission.growsOutOf(seen.map(TreeHead::root).orElse(MerkleHash.EMPTY))) {
      return Reply.text(
          422,
          "Expected a tree that grows out of the one of %d leaves that was seen".formatted(size));
    }
    var line = cosigner.cosign(submission.checkpoint().text(), clock.instant()).line();
    book.keep(head.origin(), submission.checkpoint().only(log.keys()).with(line));
    return Reply.text(200, line.toString());
  }

  /// The newest checkpoint of the log whose origin has this SHA-256 (hex).
  Reply checkpoint(String hash) {
    return book.published(hash)
        .map(note -> Reply.text(200, note.stripTrailing()))
        .orElseGet(() -> Reply.text(404, "Nothing of that log was cosigned"));
  }
}
