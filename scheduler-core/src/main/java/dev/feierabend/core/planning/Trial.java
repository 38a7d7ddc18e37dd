package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A drill that could be, or is under way.
///
/// @param approval what allows it and until when; empty: the window of an agreement does
/// @param boot how long the host has taken to come back at most
/// @param settle how long it is off
/// @param begun whether it is under way
public record Trial(
    MachineId host,
    Optional<Approval> approval,
    Optional<Duration> boot,
    Duration settle,
    boolean begun) {

  /// The platform team's, of this host's drill alone.
  public record Approval(String id, Instant from, Instant until) {
    public boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }
}
