package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;

/// Somebody wants events that this store keeps no more: they have moved to an archive, and which
/// one the history says.
public final class EventsArchived extends Outage {
  private final long number;

  public EventsArchived(long number) {
    super(
        "The events of commit %d have moved to an archive; name its file with --archive"
            .formatted(number));
    this.number = number;
  }

  /// The commit's.
  public long number() {
    return number;
  }
}
