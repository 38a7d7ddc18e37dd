package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a guest may go that leaves an overloaded host, and what that costs besides what it is to
/// the host that is left. Where the mean risk is above what is tolerated, an empty host is a place
/// like others.
final class Places {
  /// More than this and a host takes nobody in.
  private static final double RISK = 0.5;

  /// A guest that could go.
  ///
  /// @param demand what it asks for, in MIPS
  /// @param cost of leaving and coming, in migrations
  record Place(int guest, int to, double demand, double cost) {}

  private final Stacks stacks;
  private final double limit;
  private final List<Integer> thriftiestFirst;

  /// @param limit mean risk beyond which another host is opened
  Places(Stacks stacks, double limit) {
    this.stacks = stacks;
    this.limit = limit;
    thriftiestFirst = Park.thriftiestFirst(stacks.seen().memoryBinds());
  }

  /// The cheapest for each of `guests` that has one.
  List<Place> of(List<Integer> guests, int from) {
    List<Integer> hosts = hosts();
    return guests.stream().flatMap(guest -> cheapest(guest, from, hosts).stream()).toList();
  }

  /// Hosts with guests, and the thriftiest without where too much risk is run.
  private List<Integer> hosts() {
    int opened = stacks.meanRisk() > limit ? 1 : 0;
    return Stream.concat(
            thriftiestFirst.stream().filter(host -> stacks.number(host) > 0),
            thriftiestFirst.stream().filter(this::mayOpen).limit(opened))
        .toList();
  }

  private boolean mayOpen(int host) {
    return stacks.number(host) == 0 && stacks.seen().open(host);
  }

  private Optional<Place> cheapest(int guest, int from, List<Integer> hosts) {
    double leaving = stacks.toll().leaving(guest, from);
    double mean = stacks.belief().mean(guest);
    double variance = stacks.belief().variance(guest);
    Optional<Place> best = Optional.empty();
    for (int to : hosts) {
      if (to == from || !stacks.fits(guest, to) || stacks.riskWith(guest, to) > RISK) {
        continue;
      }
      double coming = stacks.toll().coming(guest, to) + stacks.dearer(to, -mean, -variance);
      if (best.isEmpty() || leaving + coming < best.get().cost) {
        best = Optional.of(new Place(guest, to, stacks.seen().demand(guest), leaving + coming));
      }
    }
    return best;
  }

  /// The thriftiest that nobody is on; it costs nothing, for there is no other way.
  Optional<Place> empty(int guest) {
    return thriftiestFirst.stream()
        .filter(to -> stacks.number(to) == 0)
        .filter(to -> stacks.fits(guest, to))
        .findFirst()
        .map(to -> new Place(guest, to, 0, 0));
  }
}
