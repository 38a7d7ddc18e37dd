package dev.feierabend.app.silencing;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who was put to sleep and isn't back yet.
///
/// @param names what a template can fill in
record Sleeper(Kind kind, SortedMap<String, String> names, Stage stage) {
  Sleeper {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /// What sleeps.
  enum Kind {
    HOST,
    GUEST,
    WORKLOAD;

    /// Which names one of these may have.
    Set<String> known() {
      return switch (this) {
        case HOST -> Set.of("cluster", "name", "node", "pool", "rack", "uuid");
        case GUEST -> Set.of("name", "node", "pool", "uuid");
        case WORKLOAD -> Set.of("cluster", "kind", "name", "namespace");
      };
    }
  }

  /// How it stands with its sleep.
  sealed interface Stage {}

  /// The plan wants it asleep. `readyBy`: when it must be back; empty where it sleeps for as long
  /// as it isn't needed.
  record Asleep(Optional<Instant> readyBy) implements Stage {}

  /// It is on its way back, and in time as far as is known. `until`: by when the step that is under
  /// way must have happened.
  record Waking(Optional<Instant> until) implements Stage {}

  /// It should be back, or failed to come.
  record Late() implements Stage {}

  /// What it is called in a sentence.
  String spoken() {
    String name = names.getOrDefault("name", "?");
    return Optional.ofNullable(names.get("namespace"))
        .map(namespace -> namespace + "/" + name)
        .orElse(name);
  }
}
