package dev.feierabend.core.deputising;

import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;

/// `deputy` stands in for `namedBy` in [`from`, `until`).
public record Deputyship(ActorId deputy, ActorId namedBy, Instant from, Instant until) {
  public Deputyship {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "Expected an end after the beginning but found %s and %s".formatted(from, until));
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  public boolean over(Instant at) {
    return !at.isBefore(until);
  }
}
