package dev.feierabend.core.proving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.Rewritten;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who has the store and this program, and makes a changed history look whole again: every
/// number, link, digest and hash. With a key, although not the journal's, also the lists of heads
/// and the signatures that no longer fit.
final class Forger {
  private final Optional<CheckpointSigner> own;
  private final Standing standing = new Standing();
  private final Map<String, Long> sequences = new HashMap<>();

  private Forger(Optional<CheckpointSigner> own) {
    this.own = own;
  }

  static List<Commit> relinked(List<Commit> commits) {
    var forger = new Forger(Optional.empty());
    return commits.stream().map(forger::next).toList();
  }

  static List<Commit> signed(List<Commit> commits, CheckpointSigner own) {
    var forger = new Forger(Optional.of(own));
    return commits.stream().map(forger::next).toList();
  }

  private Commit next(Commit commit) {
    var events = commit.events().stream().map(this::event).toList();
    var ownerPrevious = standing.owners().getOrDefault(commit.header().owner(), Head.GENESIS);
    var linked = Rewritten.linked(standing.head(), ownerPrevious, commit, events);
    standing.take(linked);
    return linked;
  }

  private StoredEvent event(StoredEvent event) {
    return new StoredEvent(
        event.aggregate(),
        event.aggregateType(),
        sequences.merge(event.aggregate(), 1L, Long::sum) - 1,
        event.type(),
        event.revision(),
        event.metaData(),
        own.map(key -> payload(event, key)).orElseGet(event::payload));
  }

  private JsonNode payload(StoredEvent event, CheckpointSigner key) {
    return switch (event.type()) {
      case "HeadsFixed" -> tree(new HeadsFixed(standing.head(), standing.heads()));
      case "CheckpointSigned" ->
          event.payload().at("/head/hash").asText().equals(standing.head().hash())
              ? event.payload()
              : tree(new CheckpointSigned(standing.head(), note(key), Notary.NOW));
      default -> event.payload();
    };
  }

  private Seal note(CheckpointSigner key) {
    var tree = standing.tree(Notary.ORIGIN);
    return new Seal.Note(key.named(tree.origin()).sign(tree.toString()).toString());
  }

  private static JsonNode tree(ProvingEvent event) {
    return JournalMapper.create().valueToTree(event);
  }
}
