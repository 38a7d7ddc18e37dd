package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The course of time in a data centre: what has ended since the last look ends at its own instant.
final class Course {
  private final InstantSource clock;
  private final Map<MachineId, Machine> machines;
  private final Map<WorkloadId, VirtualMachine> guests;
  private final Consumption consumption;
  private final TreeMap<Instant, List<Runnable>> later = new TreeMap<>();
  private Instant reached;
  private boolean passing;

  Course(
      InstantSource clock,
      Map<MachineId, Machine> machines,
      Map<WorkloadId, VirtualMachine> guests,
      Consumption consumption) {
    this.clock = clock;
    this.machines = machines;
    this.guests = guests;
    this.consumption = consumption;
    this.reached = clock.instant();
  }

  /// Lets time pass up to the clock's instant; for what happens on the way, now is its own instant.
  Instant now() {
    if (!passing) {
      passing = true;
      try {
        pass(clock.instant());
      } finally {
        passing = false;
      }
    }
    return reached;
  }

  /// Does something when `after` has passed.
  void later(Duration after, Runnable what) {
    later.computeIfAbsent(now().plus(after), _ -> new ArrayList<>()).add(what);
  }

  private void pass(Instant now) {
    for (var next = nextEnd(now); next.isPresent(); next = nextEnd(now)) {
      Instant end = next.get();
      consume(end);
      machines.values().stream().filter(m -> due(m.ends(), end)).forEach(Machine::end);
      guests.values().stream().filter(g -> due(g.ends(), end)).forEach(VirtualMachine::end);
      Optional.ofNullable(later.remove(end)).ifPresent(calls -> calls.forEach(Runnable::run));
    }
    consume(now);
  }

  private void consume(Instant until) {
    if (reached.isBefore(until)) {
      consumption.between(reached, until);
      reached = until;
    }
  }

  private Optional<Instant> nextEnd(Instant now) {
    Stream<Instant> hosts = machines.values().stream().flatMap(m -> m.ends().stream());
    Stream<Instant> workloads = guests.values().stream().flatMap(g -> g.ends().stream());
    Stream<Instant> calls = later.keySet().stream().limit(1);
    return Stream.of(hosts, workloads, calls)
        .flatMap(ends -> ends)
        .min(Instant::compareTo)
        .filter(end -> !end.isAfter(now));
  }

  private static boolean due(Optional<Instant> ends, Instant at) {
    return ends.filter(end -> !end.isAfter(at)).isPresent();
  }
}
