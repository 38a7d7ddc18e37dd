package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The hosts as our method would leave them: sums of what their guests ask for now and are believed
/// to ask for next, and the moves that lead there.
final class Stacks {
  /// Filled to the brim a host is short of what its guests ask already on the way to the next
  /// sample.
  private static final double BRIM = 0.9997;

  /// For how many steps a change of risk is expected to last: an overload costs a migration.
  private static final double STEPS = 6;

  /// What a host's standard deviation is worth, in migrations a MIPS: those that spread most should
  /// be together, as together they need least room beyond their mean (Breitgand and Epstein 2012).
  private static final double SPREAD = 0.004;

  private final Seen seen;
  private final Belief belief;
  private final List<List<Integer>> guests =
      IntStream.range(0, Park.HOSTS).<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
  private final double[] now = new double[Park.HOSTS];
  private final double[] mean = new double[Park.HOSTS];
  private final double[] variance = new double[Park.HOSTS];
  private final int[] memoryMb = new int[Park.HOSTS];
  private final List<Move> moves = new ArrayList<>();
  private final Set<Integer> moved = new HashSet<>();
  private final Toll toll;

  private Stacks(Seen seen, Belief belief, Toll.Prices prices) {
    this.seen = seen;
    this.belief = belief;
    toll = new Toll(seen, prices);
  }

  static Stacks empty(Seen seen, Belief belief) {
    return new Stacks(seen, belief, Toll.Prices.FIRST);
  }

  static Stacks standing(Seen seen, Belief belief, Toll.Prices prices) {
    var stacks = new Stacks(seen, belief, prices);
    for (int host = 0; host < Park.HOSTS; host++) {
      for (int guest : seen.on(host)) {
        stacks.add(guest, host);
      }
    }
    return stacks;
  }

  Seen seen() {
    return seen;
  }

  Belief belief() {
    return belief;
  }

  List<Integer> on(int host) {
    return guests.get(host);
  }

  int number(int host) {
    return guests.get(host).size();
  }

  Toll toll() {
    return toll;
  }

  double mean(int host) {
    return mean[host];
  }

  int memoryMb(int host) {
    return memoryMb[host];
  }

  List<Move> moves() {
    return moves;
  }

  /// By the moves so far.
  Spending spending() {
    return new Spending(moves.size(), toll.shortSeconds(), toll.lostMips());
  }

  /// A guest moves once a step at most.
  boolean hasMoved(int guest) {
    return moved.contains(guest);
  }

  void move(int guest, int from, int to) {
    toll.left(guest, from);
    toll.came(guest, to);
    remove(guest, from);
    add(guest, to);
    moves.add(new Move(guest, to));
    moved.add(guest);
  }

  void add(int guest, int host) {
    guests.get(host).add(guest);
    change(guest, host, 1);
  }

  void remove(int guest, int host) {
    guests.get(host).remove(Integer.valueOf(guest));
    change(guest, host, -1);
  }

  private void change(int guest, int host, int sign) {
    now[host] += sign * seen.demand(guest);
    mean[host] += sign * belief.mean(guest);
    variance[host] += sign * belief.variance(guest);
    memoryMb[host] += sign * seen.kind(guest).memoryMb();
  }

  /// MIPS that are asked for beyond what it has.
  double excess(int host) {
    return now[host] - room(host);
  }

  private static double room(int host) {
    return BRIM * Park.model(host).capacity();
  }

  boolean fits(int guest, int host) {
    double asked = seen.demand(guest);
    return asked <= Park.model(host).core()
        && now[host] + asked <= room(host)
        && seen.hasMemory(memoryMb[host], guest)
        && seen.open(host);
  }

  /// How likely it is overloaded at the next sample.
  double risk(int host) {
    return guests.get(host).isEmpty() ? 0 : risk(host, mean[host], variance[host]);
  }

  /// Over all hosts with guests.
  double meanRisk() {
    return IntStream.range(0, Park.HOSTS)
        .filter(host -> number(host) > 0)
        .mapToDouble(this::risk)
        .average()
        .orElse(0);
  }

  double riskWith(int guest, int host) {
    return risk(host, mean[host] + belief.mean(guest), variance[host] + belief.variance(guest));
  }

  /// What a change of what is believed of a host costs, in migrations: its risk over some steps,
  /// and its spread. Guests that leave take mean and variance away, those that come bring them as
  /// negative ones.
  double dearer(int host, double meanLess, double varianceLess) {
    double left = Math.max(0, variance[host] - varianceLess);
    return STEPS * (risk(host, mean[host] - meanLess, left) - risk(host))
        + SPREAD * (Math.sqrt(left) - Math.sqrt(Math.max(0, variance[host])));
  }

  private static double risk(int host, double mean, double variance) {
    double free = Park.model(host).capacity() - mean;
    return NormalTail.beyond(free / Math.sqrt(Math.max(variance, 1)));
  }
}
