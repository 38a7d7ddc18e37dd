package dev.feierabend.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// A journal to be verified: two events a commit, one of a pool that gets ever longer and one of an
/// aggregate that has no other, written by so many threads that they share their writes.
record ManyEvents(int commits) {
  private static final int THREADS = 64;
  private static final int CUSTOMERS = 20;

  void write(Path journal) {
    try (var log = EmbeddedCommitLog.unflushed(journal, Script.CLOCK)) {
      try (var threads = Executors.newFixedThreadPool(THREADS)) {
        for (int thread = 0; thread < THREADS; thread++) {
          int own = thread;
          threads.execute(() -> write(log, own));
        }
      }
    }
  }

  private void write(CommitLog log, int thread) {
    Owner owner =
        thread == 0
            ? Owner.OPERATOR
            : Owner.of(new TenantId("town-%d".formatted(thread % CUSTOMERS)));
    for (int i = thread; i < commits; i += THREADS) {
      log.append(
          owner,
          List.of(
              event("pool/" + thread, i / THREADS, "UtilisationRecorded"),
              event("action/" + i, 0, "ActionIssued")));
    }
  }

  private static StoredEvent event(String aggregate, long sequence, String type) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("pool", aggregate)
            .put("from", "2026-05-11T00:00:00Z")
            .put("to", "2026-05-11T01:00:00Z");
    var samples = payload.putArray("samples");
    for (int member = 0; member < 3; member++) {
      samples
          .addObject()
          .put("host", "guest/00000000-0000-4000-8000-00000000000" + member)
          .put("mean", sequence % 40 / 10.0)
          .put("memory", 9_830);
    }
    return new StoredEvent(aggregate, "Bench", sequence, type, "1", Map.of(), payload);
  }
}
