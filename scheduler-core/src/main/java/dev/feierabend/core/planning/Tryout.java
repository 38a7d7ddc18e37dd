package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the drill that there is to make now: of a host that nothing but its drill holds, and in a
/// time that is long enough. Under an approval of its own, or inside a window of an agreement.
///
/// @param standings without a drill
record Tryout(
    List<Host> hosts,
    Map<MachineId, HostStanding> standings,
    Guards guards,
    Asleep asleep,
    Instant at) {
  /// What shutting down may take.
  private static final Duration DOWN = Duration.ofMinutes(10);

  /// A host that is to be off now to see it come back.
  record Drill(MachineId host, Reason.Drilled reason) {
    boolean byAgreement() {
      return reason.approval().isEmpty();
    }
  }

  Optional<Drill> drill() {
    return guards.everythingFrozen()
        ? Optional.empty()
        : guards.supervision().trials().stream().flatMap(it -> drill(it).stream()).findFirst();
  }

  private Optional<Drill> drill(Trial trial) {
    return hosts.stream()
        .filter(host -> host.id().equals(trial.host()))
        .filter(host ->
            standings.get(host.id()) instanceof HostStanding.Fixed(_, _, var reason)
                && reason instanceof Reason.OfDrill)
        .findFirst()
        .flatMap(host -> term(trial).filter(term -> suffices(trial, host, term.until())))
        .map(term -> new Drill(trial.host(), term));
  }

  private Optional<Reason.Drilled> term(Trial trial) {
    Optional<Reason.Drilled> own =
        trial
            .approval()
            .filter(approval -> approval.covers(at))
            .map(approval -> new Reason.Drilled(approval.until(), Optional.of(approval.id())));
    return own.or(() -> asleep.until().map(wake -> new Reason.Drilled(wake, Optional.empty())));
  }

  /// To begin, twice what it takes; to go on, twice the boot.
  private boolean suffices(Trial trial, Host host, Instant until) {
    Duration told = host.energy().boot();
    Duration boot = trial.boot().filter(it -> it.compareTo(told) > 0).orElse(told);
    Duration once = trial.begun() ? boot : boot.plus(DOWN).plus(trial.settle());
    return !at.plus(once.multipliedBy(2)).isAfter(until);
  }

  /// Until when a host is drilled, where it is.
  static Optional<Instant> until(HostStanding standing) {
    return standing instanceof HostStanding.Fixed(_, _, var reason)
            && reason instanceof Reason.Drilled(var until, _)
        ? Optional.of(until)
        : Optional.empty();
  }
}
