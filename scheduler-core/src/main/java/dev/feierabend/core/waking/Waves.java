package dev.feierabend.core.waking;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Rack;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How many hosts may boot at once: of a rack, on an electric feed, from a boot storage, as the
/// fleet's document says; and of those that it says nothing of.
///
/// @param bounds what bounds each host, by name; one that isn't among them is bounded by `OTHERS`
/// @param most how many may boot at once under each name
public record Waves(SortedMap<MachineId, List<String>> bounds, SortedMap<String, Integer> most) {
  private static final List<String> OTHERS = List.of("");

  public Waves {
    most.forEach((name, hosts) -> {
      if (hosts < 1) {
        throw new IllegalArgumentException(
            "Expected at feierabend.ready-by.hosts-at-once, and wherever hosts may wake at once, at "
                + "least 1 but found %d %s".formatted(hosts, name));
      }
    });
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
    most = Collections.unmodifiableSortedMap(new TreeMap<>(most));
  }

  /// Where nothing is said of any host.
  public static Waves of(int atOnce) {
    return new Waves(Collections.emptySortedMap(), new TreeMap<>(Map.of("", atOnce)));
  }

  /// @param atOnce of the hosts that nothing is said of
  public static Waves of(Fleet fleet, int atOnce) {
    Map<String, Rack> racks =
        fleet.racks().stream().collect(Collectors.toMap(Rack::name, Function.identity()));
    var bounds = new TreeMap<MachineId, List<String>>();
    var most = new TreeMap<String, Integer>();
    most.put("", atOnce);
    for (Host host : fleet.hosts()) {
      SortedMap<String, Integer> own =
          host.rack()
              .flatMap(name -> Optional.ofNullable(racks.get(name)))
              .map(Waves::limits)
              .orElseGet(TreeMap::new);
      if (!own.isEmpty()) {
        bounds.put(host.id(), List.copyOf(own.keySet()));
        most.putAll(own);
      }
    }
    return new Waves(bounds, most);
  }

  private static SortedMap<String, Integer> limits(Rack rack) {
    var limits = new TreeMap<String, Integer>();
    rack.wakesAtOnce().ifPresent(limit -> limits.put("rack/" + rack.name(), limit));
    rack.feed().wakesAtOnce().ifPresent(limit -> limits.put("feed/" + rack.feed().name(), limit));
    rack.bootStorage()
        .ifPresent(storage ->
            storage
                .wakesAtOnce()
                .ifPresent(limit -> limits.put("storage/" + storage.name(), limit)));
    return limits;
  }

  /// Which of `waiting` begin now, in their order: each that has a place under all of its bounds.
  ///
  /// @param booting who has a place already
  public List<MachineId> next(Collection<Waiting> waiting, Collection<MachineId> booting) {
    Map<String, Integer> taken = new HashMap<>();
    booting.forEach(host -> take(taken, host));
    var next = new ArrayList<MachineId>();
    for (Waiting each : inOrder(waiting)) {
      MachineId host = each.host();
      if (bounds(host).stream().allMatch(name -> free(name, taken))) {
        take(taken, host);
        next.add(host);
      }
    }
    return List.copyOf(next);
  }

  /// When each of `waiting` begins at the latest. Reckoned backwards: the last has its cautious
  /// time, and each before it on its place leaves it after its usual time.
  ///
  /// @param look how long it takes until somebody sees that a place is free
  public SortedMap<MachineId, Instant> latest(Collection<Waiting> waiting, Duration look) {
    Map<String, PriorityQueue<Instant>> places = new HashMap<>();
    var latest = new TreeMap<MachineId, Instant>();
    for (Waiting host : inOrder(waiting).reversed()) {
      Instant begin = host.needed().minus(host.lead().cautious());
      Duration usual = host.lead().usual().plus(look);
      for (String name : bounds(host.host())) {
        PriorityQueue<Instant> busy = places.computeIfAbsent(name, _ -> latestFirst());
        if (busy.size() >= most(name)) {
          Instant free = busy.remove().minus(usual);
          begin = free.isBefore(begin) ? free : begin;
        }
      }
      for (String name : bounds(host.host())) {
        places.computeIfAbsent(name, _ -> latestFirst()).add(begin);
      }
      latest.put(host.host(), begin);
    }
    return latest;
  }

  private List<Waiting> inOrder(Collection<Waiting> waiting) {
    Map<String, Double> left = new HashMap<>();
    for (Waiting host : waiting) {
      double usual = host.lead().usual().toSeconds();
      bounds(host.host()).forEach(name -> left.merge(name, usual / most(name), Double::sum));
    }
    return waiting.stream()
        .sorted(
            Waiting.order(host ->
                bounds(host).stream().mapToDouble(name -> left.getOrDefault(name, 0d)).sum()))
        .toList();
  }

  private static PriorityQueue<Instant> latestFirst() {
    return new PriorityQueue<>(Collections.reverseOrder());
  }

  private List<String> bounds(MachineId host) {
    return bounds.getOrDefault(host, OTHERS);
  }

  private int most(String name) {
    return most.getOrDefault(name, Integer.MAX_VALUE);
  }

  private boolean free(String name, Map<String, Integer> taken) {
    return taken.getOrDefault(name, 0) < most(name);
  }

  private void take(Map<String, Integer> taken, MachineId host) {
    bounds(host).forEach(name -> taken.merge(name, 1, Integer::sum));
  }
}
