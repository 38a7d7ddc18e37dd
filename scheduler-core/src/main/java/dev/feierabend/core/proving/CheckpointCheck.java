package dev.feierabend.core.proving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.LongFunction;

/// Whether the checkpoints in the history were signed with a key, and sign the history they stand
/// in.
final class CheckpointCheck {
  private final ObjectMapper mapper = JournalMapper.create();
  private final PublicKey key;
  private final LongFunction<Optional<Commit>> commits;

  CheckpointCheck(PublicKey key, LongFunction<Optional<Commit>> commits) {
    this.key = key;
    this.commits = commits;
  }

  Optional<String> fault(Commit commit) {
    return commit.events().stream()
        .filter(event -> event.type().equals(CheckpointSigned.class.getSimpleName()))
        .flatMap(event -> fault(commit.number(), event).stream())
        .findFirst();
  }

  private Optional<String> fault(long number, StoredEvent event) {
    try {
      var checkpoint = mapper.treeToValue(event.payload(), CheckpointSigned.class);
      if (!Checkpoint.holds(checkpoint, key)) {
        return Optional.of("its checkpoint was not signed with the key at hand");
      }
      return checkpoint.head().number() < number && stands(checkpoint.head())
          ? Optional.empty()
          : Optional.of("its checkpoint signs another history");
    } catch (JsonProcessingException e) {
      return Optional.of("its checkpoint cannot be read");
    }
  }

  private boolean stands(Head head) {
    return head.equals(Head.GENESIS)
        || commits.apply(head.number()).filter(found -> found.head().equals(head)).isPresent();
  }
}
