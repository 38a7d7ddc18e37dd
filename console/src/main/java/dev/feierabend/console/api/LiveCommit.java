package dev.feierabend.console.api;

import java.time.Instant;
import java.util.List;

/// A commit as the stream tells it.
record LiveCommit(long commit, Instant time, String owner, List<Happening> events) {
  record Happening(String type, String sentence) {}
}
