package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Nodes that we told to shut down: first they are on their way, then gone, until they are back. A
/// restart of this process forgets them, and then what the cluster says decides.
final class Departures {
  /// Whoever is still there after that has not gone.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<String, Instant> leaving = new HashMap<>();
  private final Set<String> left = new HashSet<>();

  /// How many are on their way, besides one.
  synchronized int others(String node) {
    return (int) leaving.keySet().stream().filter(it -> !it.equals(node)).count();
  }

  synchronized void begin(String node, Instant at) {
    leaving.put(node, at.plus(LONGEST));
  }

  synchronized void see(JsonNode status, Instant at) {
    Told.ofType(status, "node")
        .map(Facts::new)
        .forEach(node -> {
          String name = node.text("name");
          if (node.yes("online")) {
            left.remove(name);
            leaving.computeIfPresent(name, (_, until) -> at.isBefore(until) ? until : null);
          } else if (leaving.remove(name) != null) {
            left.add(name);
          }
        });
  }

  synchronized Set<String> left() {
    return new TreeSet<>(left);
  }
}
