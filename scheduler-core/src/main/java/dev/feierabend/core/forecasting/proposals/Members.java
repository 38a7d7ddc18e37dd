package dev.feierabend.core.forecasting.proposals;

import java.util.HashMap;
import java.util.Map;

/// A pool's members, numbered as they are first seen.
final class Members {
  private final Map<String, Integer> indices = new HashMap<>();

  int indexOf(String member) {
    return indices.computeIfAbsent(member, _ -> indices.size());
  }

  int size() {
    return indices.size();
  }
}
