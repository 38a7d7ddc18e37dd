package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// vSphere's performance counters. Each server numbers them as it likes, so they are asked for
/// once.
final class Counters {
  /// In MHz.
  static final String CPU = "cpu.usagemhz.average";

  /// In KiB.
  static final String MEMORY = "mem.consumed.average";

  /// In watts.
  static final String POWER = "power.power.average";

  private static final List<String> WANTED = List.of(CPU, MEMORY, POWER);

  /// Seconds between the figures that hosts keep.
  private static final int INTERVAL = 20;

  /// Figures of one counter; what wasn't recorded is missing.
  record Series(List<Long> figures) {
    boolean isEmpty() {
      return figures.isEmpty();
    }

    double mean() {
      return stream().average().orElse(0);
    }

    double peak() {
      return stream().max().orElse(0);
    }

    private LongStream stream() {
      return figures.stream().mapToLong(Long::longValue);
    }
  }

  private final Session session;
  private Optional<Map<String, String>> numbers = Optional.empty();

  Counters(Session session) {
    this.session = session;
  }

  /// Asks for every wanted counter of some objects.
  Request question(List<Ref> objects, Instant from, Instant to) {
    Map<String, String> known = numbers();
    return Request.of(
        "QueryPerf",
        "perfManager",
        objects.stream().map(object -> spec(object, known, from, to)).toArray(Xml[]::new));
  }

  private static Xml spec(Ref object, Map<String, String> known, Instant from, Instant to) {
    List<Xml> parts = new ArrayList<>();
    parts.add(Xml.of("entity", object));
    parts.add(Xml.of("startTime", from));
    parts.add(Xml.of("endTime", to));
    known
        .values()
        .forEach(number ->
            parts.add(
                Xml.of("metricId", List.of(Xml.of("counterId", number), Xml.of("instance", "")))));
    parts.add(Xml.of("intervalId", INTERVAL));
    parts.add(Xml.of("format", "csv"));
    return Xml.of("querySpec", parts);
  }

  /// One counter's figures in an answer.
  Series series(Xml metric, String counter) {
    String number = numbers().getOrDefault(counter, "none");
    return new Series(
        metric
            .all("value")
            .filter(value -> value.textAt("id", "counterId").equals(number))
            .flatMap(value -> Stream.of(value.textAt("value").split(",", -1)))
            .flatMap(figure -> figure(figure).stream())
            .toList());
  }

  /// What wasn't recorded is told as -1.
  private static Optional<Long> figure(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip())).filter(figure -> figure >= 0);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private synchronized Map<String, String> numbers() {
    Map<String, String> known = numbers.orElseGet(this::ask);
    numbers = Optional.of(known);
    return known;
  }

  private Map<String, String> ask() {
    Reply reply =
        session.call(content ->
            Request.of(
                    "RetrievePropertiesEx",
                    "propertyCollector",
                    Specs.ofOne(
                        "specSet",
                        content.at("perfManager").ref().orElse(new Ref("PerformanceManager", "")),
                        "perfCounter"),
                    Xml.of("options", List.of()))
                .in(content));
    if (!(reply instanceof Said said)) {
      throw new Outage("Which counters a vCenter has can't be asked now");
    }
    var found = new TreeMap<String, String>();
    said.value()
        .at("objects", "propSet", "val")
        .all("PerfCounterInfo")
        .forEach(counter -> {
          String name = name(counter);
          if (WANTED.contains(name)) {
            found.put(name, counter.textAt("key"));
          }
        });
    return found;
  }

  private static String name(Xml counter) {
    return "%s.%s.%s"
        .formatted(
            counter.textAt("groupInfo", "key"),
            counter.textAt("nameInfo", "key"),
            counter.textAt("rollupType"));
  }
}
