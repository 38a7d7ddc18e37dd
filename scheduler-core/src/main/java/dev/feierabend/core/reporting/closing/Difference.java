package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Servers;
import dev.feierabend.core.reporting.energy.Share;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The first figure that comes out otherwise than it was closed with, though made of the same.
///
/// @param figure for example `kwh`, `savedKwh of tenant:ahausen`
public record Difference(String figure, double closed, double now) {
  /// Less than this share of a figure is rounding.
  private static final double ROUNDING = 1e-9;

  /// Empty where all come out as they were.
  public static Optional<Difference> between(Figures closed, Figures now) {
    SortedMap<String, Double> before = all(closed);
    SortedMap<String, Double> after = all(now);
    var names = new TreeMap<String, Double>(before);
    names.putAll(after);
    return names.keySet().stream()
        .map(name ->
            new Difference(name, before.getOrDefault(name, 0.0), after.getOrDefault(name, 0.0)))
        .filter(Difference::isMore)
        .findFirst();
  }

  private boolean isMore() {
    return !(Math.abs(closed - now) <= ROUNDING * Math.max(Math.abs(closed), Math.abs(now)));
  }

  private static SortedMap<String, Double> all(Figures figures) {
    var all = new TreeMap<String, Double>();
    put(all, "kwh", figures.kwh());
    put(all, "savedKwh", figures.savedKwh());
    all.put("from", (double) figures.recorded().from().getEpochSecond());
    all.put("until", (double) figures.recorded().until().getEpochSecond());
    figures.shares().forEach(share -> put(all, share));
    figures
        .agreements()
        .forEach(kept -> {
          String of = " of %s %s".formatted(kept.agreement(), kept.digest());
          put(all, "savedKwh" + of, kept.savedKwh());
          kept.forecastKwh().ifPresent(kwh -> put(all, "forecastKwh" + of, kwh));
          all.put("asleepHoursAWeek" + of, kept.asleepHoursAWeek());
        });
    figures.servers().ifPresent(servers -> put(all, servers));
    return all;
  }

  private static void put(SortedMap<String, Double> all, Share share) {
    Owner owner = share.owner();
    put(all, "kwh of " + owner, share.kwh());
    put(all, "savedKwh of " + owner, share.savedKwh());
  }

  private static void put(SortedMap<String, Double> all, Servers servers) {
    all.put("hosts", (double) servers.hosts());
    servers.utilisation().mean().ifPresent(mean -> all.put("ITEUsv, mean", mean));
    servers.utilisation().median().ifPresent(median -> all.put("ITEUsv, median", median));
    all.put("ITEUsv, coverage", servers.utilisation().coverage());
    all.put("SIEC", servers.siec());
    all.put("hoursOn", servers.hoursOn());
    all.put("hoursOff", servers.hoursOff());
    all.put("hoursUnknown", servers.hoursUnknown());
    all.put("boots", (double) servers.boots());
  }

  private static void put(SortedMap<String, Double> all, String name, Estimate estimate) {
    all.put(name, estimate.value());
    all.put(name + ", uncertainty", estimate.uncertainty());
  }
}
