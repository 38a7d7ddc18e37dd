package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.observing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a round-robin database has kept of one node or guest: means of equal times, a minute each
/// in the last hour, then coarser. CPU is the share of all its cores that was in use.
final class Figures {
  private record Figure(double cores, double bytes) {}

  private static final double MEBI = 1 << 20;

  private Figures() {}

  /// The finest series that reaches back so far.
  static String series(Duration back) {
    if (back.compareTo(Duration.ofMinutes(65)) <= 0) {
      return "hour";
    }
    if (back.compareTo(Duration.ofHours(24)) <= 0) {
      return "day";
    }
    if (back.compareTo(Duration.ofDays(7)) <= 0) {
      return "week";
    }
    return back.compareTo(Duration.ofDays(30)) <= 0 ? "month" : "year";
  }

  /// @param memory what the series calls the memory in use
  static Optional<Sample> sample(
      String member, JsonNode series, String memory, Instant from, Instant to) {
    List<Figure> figures =
        Told.each(series)
            .map(Facts::new)
            .filter(it -> isWithin(it, from, to))
            .flatMap(it -> figure(it, memory).stream())
            .toList();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sample(
                member,
                figures.stream().mapToDouble(Figure::cores).average().orElse(0),
                figures.stream().mapToDouble(Figure::cores).max().orElse(0),
                (long) (figures.stream().mapToDouble(Figure::bytes).average().orElse(0) / MEBI),
                Optional.empty()));
  }

  private static boolean isWithin(Facts told, Instant from, Instant to) {
    Instant time = Instant.ofEpochSecond(told.number("time"));
    return time.isAfter(from) && !time.isAfter(to);
  }

  /// What wasn't recorded is missing.
  private static Optional<Figure> figure(Facts told, String memory) {
    return told.figure("cpu")
        .flatMap(share ->
            told.figure("maxcpu")
                .flatMap(cores ->
                    told.figure(memory)
                        .map(bytes -> new Figure(Math.min(share, 1) * cores, bytes))));
  }
}
