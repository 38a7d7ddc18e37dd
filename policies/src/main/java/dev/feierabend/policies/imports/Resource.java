package dev.feierabend.policies.imports;

import dev.feierabend.policies.yaml.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One manifest, as far as it matters here.
///
/// @param at where it begins in `file`
/// @param known false for kinds that the scheduler in question says nothing about
record Resource(
    String file,
    Place at,
    Naming naming,
    SortedMap<String, String> labels,
    boolean known,
    Wishes wishes,
    Optional<SleepInfo> sleepInfo) {

  /// What a manifest calls itself.
  record Naming(String kind, Optional<String> namespace, String name) {
    @Override
    public String toString() {
      return kind + " " + namespace.map(n -> n + "/").orElse("") + name;
    }
  }

  /// A namespace's own namespace is itself.
  Optional<String> namespace() {
    return isNamespace() ? Optional.of(naming.name()) : naming.namespace();
  }

  boolean isNamespace() {
    return naming.kind().equals("Namespace");
  }

  boolean isWorkload() {
    return naming.kind().equals("Deployment") || naming.kind().equals("StatefulSet");
  }

  LeftOut leftOut(Place place, Reason reason, String... words) {
    return new LeftOut(file, place, naming.toString(), reason, List.of(words));
  }
}
