package dev.feierabend.core.proving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
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

  Optional<Flaw> flaw(Commit commit) {
    return commit.events().stream()
        .filter(event -> event.type().equals(CheckpointSigned.class.getSimpleName()))
        .flatMap(event -> flaw(commit.number(), event).stream())
        .findFirst();
  }

  private Optional<Flaw> flaw(long number, StoredEvent event) {
    try {
      var checkpoint = mapper.treeToValue(event.payload(), CheckpointSigned.class);
      if (!Checkpoint.holds(checkpoint, key)) {
        return Optional.of(Flaw.of(Kind.CHECKPOINT_OF_ANOTHER_KEY));
      }
      return checkpoint.head().number() < number && stands(checkpoint.head())
          ? Optional.empty()
          : Optional.of(Flaw.of(Kind.CHECKPOINT_OF_ANOTHER_HISTORY));
    } catch (JsonProcessingException e) {
      return Optional.of(Flaw.of(Kind.CHECKPOINT_UNREADABLE));
    }
  }

  private boolean stands(Head head) {
    return head.equals(Head.GENESIS)
        || commits.apply(head.number()).filter(found -> found.head().equals(head)).isPresent();
  }
}
