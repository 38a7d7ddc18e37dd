package dev.feierabend.kubernetes.nodes;

import dev.feierabend.policies.terms.MachineId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What kept the last asking for each host from taking effect. Forgotten with the process: the next
/// asking finds it again.
final class Obstacles {
  private final Map<MachineId, String> last = new ConcurrentHashMap<>();

  Optional<String> of(MachineId host) {
    @Nullable String obstacle = last.get(host);
    return Optional.ofNullable(obstacle);
  }

  void note(MachineId host, Optional<String> obstacle) {
    obstacle.ifPresentOrElse(it -> last.put(host, it), () -> last.remove(host));
  }
}
