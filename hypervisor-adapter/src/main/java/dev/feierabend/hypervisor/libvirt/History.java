package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.libvirt.Painter.Part;
import dev.feierabend.hypervisor.libvirt.Virt.Domain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How busy hosts and guests were, reckoned from counters between looks, for libvirt records
/// nothing: of the last hour, every half minute, if it was looked so often. A host is as busy as
/// its guests together; what it needs itself libvirt's binding doesn't tell.
final class History {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration APART = Duration.ofSeconds(30);
  private static final double NANOS = 1e9;

  private record Mark(Instant at, Map<String, Count> counts) {}

  /// @param nanos of CPU that a guest has had, or a host's guests together
  private record Count(long nanos, double cores, long memoryMiB) {}

  private final List<Mark> marks = new ArrayList<>();

  synchronized void record(Instant at, List<Part> parts) {
    if (marks.size() > 1 && marks.get(marks.size() - 2).at().plus(APART).isAfter(at)) {
      marks.removeLast();
    }
    marks.removeIf(mark -> mark.at().isBefore(at.minus(KEPT)));
    marks.add(new Mark(at, counts(parts)));
  }

  private static Map<String, Count> counts(List<Part> parts) {
    var counts = new TreeMap<String, Count>();
    parts.stream()
        .filter(Part::isHeard)
        .forEach(part ->
            part.told()
                .ifPresent(told -> {
                  long nanos = 0;
                  for (Domain domain : told.domains()) {
                    if (domain.power() != Power.OFF) {
                      var count = new Count(domain.cpuNanos(), domain.cores(), domain.memoryMiB());
                      counts.put("guest/" + domain.id(), count);
                      nanos += domain.cpuNanos();
                    }
                  }
                  long memory = Math.min(told.memoryMiB(), told.used());
                  counts.put(
                      part.line().host().id().toString(), new Count(nanos, told.cores(), memory));
                }));
    return counts;
  }

  synchronized List<Sample> between(Instant from, Instant to) {
    List<Mark> within =
        marks.stream().filter(mark -> !mark.at().isBefore(from) && !mark.at().isAfter(to)).toList();
    return within.isEmpty()
        ? List.of()
        : within.getLast().counts().keySet().stream()
            .flatMap(member -> sample(member, within).stream())
            .toList();
  }

  /// Between two looks a counter that went back began anew, and tells nothing.
  private static Optional<Sample> sample(String member, List<Mark> marks) {
    double busy = 0;
    double seconds = 0;
    double peak = 0;
    for (int i = 1; i < marks.size(); i++) {
      Count before = marks.get(i - 1).counts().get(member);
      Count after = marks.get(i).counts().get(member);
      double apart = Duration.between(marks.get(i - 1).at(), marks.get(i).at()).toNanos() / NANOS;
      if (before != null && after != null && after.nanos() >= before.nanos() && apart > 0) {
        double cores = Math.min(after.cores(), (after.nanos() - before.nanos()) / NANOS / apart);
        busy += cores * apart;
        seconds += apart;
        peak = Math.max(peak, cores);
      }
    }
    Count last = marks.getLast().counts().get(member);
    return seconds == 0 || last == null
        ? Optional.empty()
        : Optional.of(
            new Sample(
                member, Math.min(peak, busy / seconds), peak, last.memoryMiB(), Optional.empty()));
  }
}
