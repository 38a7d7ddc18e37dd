package dev.feierabend.app.silencing;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A silence as Alertmanager shows it.
record Silence(
    String id,
    SortedSet<LabelMatcher> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    boolean isExpired) {
  Silence {
    matchers = Collections.unmodifiableSortedSet(new TreeSet<>(matchers));
  }
}
