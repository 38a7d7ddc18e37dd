package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ActionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Everything that reached the data centre, in order, and what really happened. What a fault
/// swallowed never reached it; what came late stands where it came.
public final class EffectLog {
  /// One call. `action`: none for power controllers, which aren't told; `changed`: whether it
  /// changed anything.
  public record Effect(
      Instant at, Optional<ActionId> action, String verb, String subject, boolean changed) {}

  private final List<Effect> effects = new ArrayList<>();
  private final List<String> incidents = new ArrayList<>();

  void add(Effect effect) {
    effects.add(effect);
  }

  void incident(String sentence) {
    incidents.add(sentence);
  }

  /// A view that grows with the log.
  public List<Effect> effects() {
    return Collections.unmodifiableList(effects);
  }

  /// What must never happen: guests that went down with their host.
  public List<String> incidents() {
    return Collections.unmodifiableList(incidents);
  }
}
