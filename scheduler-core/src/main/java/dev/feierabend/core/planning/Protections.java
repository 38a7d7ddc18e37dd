package dev.feierabend.core.planning;

import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.policies.fleet.Host;
import java.util.Optional;

/// What keeps a host on by the fleet's document alone.
public final class Protections {
  private Protections() {}

  public static Optional<Protection> by(Host host) {
    if (host.untouchable()) {
      return Optional.of(new Reason.Untouchable());
    }
    return host.control().filter(control -> !control.wakesOnly()).isEmpty()
        ? Optional.of(new Reason.Unswitchable())
        : Optional.empty();
  }
}
