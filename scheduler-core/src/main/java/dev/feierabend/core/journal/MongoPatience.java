package dev.feierabend.core.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/// How often an insertion is tried again that brought nothing.
final class MongoPatience {
  /// Another took the number: it shows as soon as a majority has it, and the next is another try.
  private static final int CONFLICTS = 1_000;

  /// Anything else: a lost connection, a primary that isn't one any more.
  private static final int FAILURES = 3;

  private int conflicts;
  private int failures;

  /// @param progress whether some of what was sent is settled
  /// @throws dev.feierabend.core.kernel.Outage once it is used up
  void expend(MongoException failure, boolean progress) {
    if (progress) {
      conflicts = 0;
      failures = 0;
    } else if (isConflict(failure)) {
      conflicts++;
    } else {
      failures++;
    }
    if (conflicts >= CONFLICTS || failures >= FAILURES) {
      throw MongoReach.outage(failure);
    }
  }

  private static boolean isConflict(MongoException failure) {
    return failure instanceof MongoBulkWriteException bulk
        && bulk.getWriteConcernError() == null
        && bulk.getWriteErrors().stream()
            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }
}
