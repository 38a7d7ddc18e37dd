package dev.feierabend.sandbox.mornings;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Fleet;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Morning;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Host-nights of one waker: how many were back in time, and what they drew.
final class Tally {
  private static final double JOULES_PER_KWH = 3_600_000;

  long hostNights;
  long kept;
  private double joules;

  void add(Fleet fleet, Morning morning, Map<MachineId, Instant> begun) {
    begun.forEach((host, begin) -> {
      hostNights++;
      Duration boot = morning.boots().get(host);
      Instant ready = boot.equals(GeneratedMornings.NEVER) ? Instant.MAX : begin.plus(boot);
      kept += ready.isAfter(morning.needed()) ? 0 : 1;
      joules += joules(fleet.hosts().get(host), morning, begin, ready);
    });
  }

  double kWh() {
    return joules / JOULES_PER_KWH;
  }

  /// Until hosts are needed: off, then booting, then idle.
  private static double joules(Electricity host, Morning morning, Instant begin, Instant ready) {
    Instant end = morning.needed();
    return host.standbyWatts() * seconds(morning.since(), begin, end)
        + host.bootWatts() * seconds(begin, ready, end)
        + host.curve().at(0).value() * seconds(ready, end, end);
  }

  private static double seconds(Instant from, Instant to, Instant end) {
    Instant until = to.isBefore(end) ? to : end;
    return from.isBefore(until) ? Duration.between(from, until).toSeconds() : 0;
  }
}
