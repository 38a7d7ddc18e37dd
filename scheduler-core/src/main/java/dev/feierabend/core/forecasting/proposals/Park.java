package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What could be switched off for a pool's sake: its own hosts, or else its share of the hosts that
/// it has in common with others. That share is that of the cores it comes to at work, or of the
/// memory it fills, among the customers in the same cluster; and somewhat less where others keep a
/// reserve on what is left.
///
/// @param hosts those that may be switched
/// @param least of them, as a share, 0 to 1
/// @param most of them, as a share, 0 to 1
record Park(List<Host> hosts, double least, double most) {
  /// Who stays on may need a fifth more than is expected of it.
  private static final double RESERVE = 1.2;

  private static final double WATTS_A_KILOWATT = 1000;
  private static final double SECONDS_AN_HOUR = 3600;

  Park {
    hosts = List.copyOf(hosts);
  }

  static Park of(Pool pool, Fleet fleet, LoadBook book) {
    Fleet there = fleet.in(pool.place());
    List<Host> own =
        switchable(there).stream().filter(host -> host.pool().equals(pool.id())).toList();
    if (!own.isEmpty()) {
      return new Park(own, 1, 1);
    }
    List<Pool> others = there.pools().stream().filter(it -> book.of(it.id()).isPresent()).toList();
    double cores = share(pool, others, it -> work(it, book));
    double memory = share(pool, others, it -> memory(it, book));
    return new Park(common(there), Math.min(cores, memory) / RESERVE, Math.max(cores, memory));
  }

  private static List<Host> common(Fleet fleet) {
    List<PoolId> operators =
        fleet.pools().stream().filter(pool -> pool.tenant().isEmpty()).map(Pool::id).toList();
    return switchable(fleet).stream().filter(host -> operators.contains(host.pool())).toList();
  }

  private static List<Host> switchable(Fleet fleet) {
    return fleet.hosts().stream()
        .filter(host -> host.control().isPresent() && !host.untouchable())
        .toList();
  }

  private static double share(Pool pool, List<Pool> all, ToDoubleFunction<Pool> measure) {
    double sum = all.stream().mapToDouble(measure).sum();
    return sum > 0 ? measure.applyAsDouble(pool) / sum : 0;
  }

  private static double work(Pool pool, LoadBook book) {
    return book.of(pool.id())
        .filter(it -> !it.known().isEmpty())
        .map(Rhythm::of)
        .map(Rhythm::work)
        .orElse(0.0);
  }

  private static double memory(Pool pool, LoadBook book) {
    return book.of(pool.id()).stream()
        .flatMap(it -> it.known().stream())
        .mapToDouble(Interval::memoryMiB)
        .max()
        .orElse(0);
  }

  /// The same, of which some hosts stay on whatever sleeps.
  Park above(int floor) {
    double rest = hosts.isEmpty() ? 0 : Math.max(0, 1 - floor / (double) hosts.size());
    return new Park(hosts, Math.min(least, rest), Math.min(most, rest));
  }

  /// If all of it slept: boots cost what they take more than idling.
  double savedKwh(double hours, int boots) {
    double slept = sum(it -> idle(it) - it.standbyWatts()) * hours;
    double booted =
        sum(it -> (it.bootWatts() - idle(it)) * it.boot().toSeconds() / SECONDS_AN_HOUR) * boots;
    return (slept - booted) / WATTS_A_KILOWATT;
  }

  /// The standard uncertainty of what is saved by it, as a share: each host's curve is wrong by
  /// itself.
  double curves(double ofOne) {
    double squares = hosts.stream().mapToDouble(it -> Math.pow(idle(it.electricity()), 2)).sum();
    double sum = sum(Park::idle);
    return sum > 0 ? ofOne * Math.sqrt(squares) / sum : 0;
  }

  private double sum(ToDoubleFunction<Electricity> watts) {
    return hosts.stream().map(Host::electricity).mapToDouble(watts).sum();
  }

  private static double idle(Electricity electricity) {
    return electricity.curve().at(0).value();
  }
}
