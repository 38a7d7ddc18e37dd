package dev.feierabend.app.silencing;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/// What is to be asked of Alertmanager.
sealed interface Change {
  /// Made, or given another end.
  ///
  /// @param id of the silence that it replaces; empty for a new one
  record Put(
      Optional<String> id,
      SortedSet<LabelMatcher> matchers,
      Instant startsAt,
      Instant endsAt,
      String comment)
      implements Change {}

  /// Ended now.
  record End(String id) implements Change {}
}
