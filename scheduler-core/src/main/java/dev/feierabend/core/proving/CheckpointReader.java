package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventTypes;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.journal.Recorded;
import java.util.List;

/// Finds in commits what vouches for the history, whatever revision wrote it.
public final class CheckpointReader {
  private static final EventTypes TYPES =
      EventTypes.of(ProvingEvent.class).upcastBy(SealRevision.all());
  private static final String MARK = "\"" + ProvingCommand.TARGET + "\"";
  private static final JournalReader READER = new JournalReader(TYPES);

  private CheckpointReader() {}

  /// In order; none in a commit of another kind, which isn't looked into, or whose events have
  /// moved to an archive.
  ///
  /// @throws RuntimeException where they can't be read
  public static List<ProvingEvent> events(Commit commit) {
    if (commit.isArchived()
        || !commit.body().contains(MARK)
        || commit.events().stream().noneMatch(event -> TYPES.knows(event.type()))) {
      return List.of();
    }
    return READER.recorded(commit).map(Recorded::event).map(ProvingEvent.class::cast).toList();
  }
}
