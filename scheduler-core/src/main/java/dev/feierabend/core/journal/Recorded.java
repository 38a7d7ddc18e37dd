package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;

/// An event of the history, and the commit that holds it. `time` is the log's.
public record Recorded(long commit, Instant time, Owner owner, JournalEvent event) {}
