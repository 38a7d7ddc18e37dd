package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import java.time.Instant;
import java.util.Optional;

/// Whether a host may be planned freely, or what fixes it.
sealed interface HostStanding {
  /// May be off or on.
  record Free() implements HostStanding {}

  /// Stays as `on` says; `carries` tells whether its capacity counts.
  record Fixed(boolean on, boolean carries, Reason reason) implements HostStanding {}

  /// What a person switched on stays on. If it is off after all, or a controller said so that was
  /// wrong, it is planned as the others are: nobody is left off for a person's sake.
  ///
  /// @param pinned that something stays awake on it and can't leave it
  static HostStanding of(Host host, Optional<? extends Reason> pinned, Guards guards, Instant at) {
    Optional<Instant> person =
        guards.leftToPerson(host.id().toString(), at).filter(_ -> host.power() != Power.OFF);
    String quarantine = guards.quarantined().get(host.id());
    Guards.Held held = guards.heldBack().get(host.id());
    if (host.protection().isPresent()) {
      return new Fixed(true, !doubt(host, guards, at), host.protection().get());
    }
    if (quarantine != null) {
      return new Fixed(true, false, new Reason.Quarantined(quarantine));
    }
    if (person.isPresent()) {
      boolean carries = host.power() == Power.ON && !doubt(host, guards, at);
      return new Fixed(true, carries, new Reason.LeftToPerson(person.get()));
    }
    if (doubt(host, guards, at)) {
      return new Fixed(true, false, new Reason.Doubt(seen(host, guards)));
    }
    if (held != null && at.isBefore(held.until())) {
      return new Fixed(true, true, new Reason.HeldBack(held.because(), held.until()));
    }
    Reason.OfWake waking = guards.waking().get(host.id());
    if (waking != null) {
      return new Fixed(true, carries(waking, host), waking);
    }
    return pinned
        .<Reason>map(reason -> reason)
        .or(() -> Optional.ofNullable(guards.supervision().due().get(host.id())))
        .<HostStanding>map(reason -> new Fixed(true, host.power() == Power.ON, reason))
        .orElseGet(Free::new);
  }

  private static boolean carries(Reason.OfWake waking, Host host) {
    return switch (waking) {
      case Reason.WokenAhead _, Reason.StandsIn _ -> host.power() == Power.ON;
      case Reason.Missed _ -> false;
    };
  }

  /// Nothing is known of it, or it is on and takes no work though nobody is switching it.
  private static boolean doubt(Host host, Guards guards, Instant at) {
    return host.power() == Power.UNKNOWN
        || host.seen().plus(guards.rules().staleAfter()).isBefore(at)
        || dead(host, guards);
  }

  private static boolean dead(Host host, Guards guards) {
    return host.power() == Power.ON && !host.ready() && !guards.switching().contains(host.id());
  }

  private static String seen(Host host, Guards guards) {
    String ready = dead(host, guards) ? ", not ready" : "";
    return "power " + host.power() + ready + ", seen " + host.seen();
  }
}
