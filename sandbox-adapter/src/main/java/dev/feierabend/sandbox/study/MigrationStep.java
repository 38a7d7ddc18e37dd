package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One step of a published method. Room is looked for among the sums as they stand after the moves
/// so far, but watts are compared with those before them, and a guest that an overloaded host lost
/// may be told to move again when its new host is emptied: both as CloudSim does it.
final class MigrationStep {
  private final Seen seen;
  private final Overload overload;
  private final Outlook outlook;
  private final List<HostTally> hosts;
  private final List<Move> moves = new ArrayList<>();

  MigrationStep(Seen seen, Overload overload) {
    this.seen = seen;
    this.overload = overload;
    outlook = new Outlook(seen);
    hosts = IntStream.range(0, Park.HOSTS).mapToObj(host -> new HostTally(outlook, host)).toList();
  }

  List<Move> moves() {
    return moves;
  }

  List<Integer> overloaded() {
    return IntStream.range(0, Park.HOSTS).filter(this::isOverloaded).boxed().toList();
  }

  private boolean isOverloaded(int host) {
    return overload.isSeen(hosts.get(host), OptionalInt.empty());
  }

  /// Takes guests away, those of least memory first, until the host is well.
  List<Integer> relieve(int host) {
    HostTally tally = hosts.get(host);
    var leaving = new ArrayList<Integer>();
    while (!tally.guests().isEmpty() && isOverloaded(host)) {
      int quickest =
          tally.guests().stream()
              .min(Comparator.comparingInt(guest -> seen.kind(guest).memoryMb()))
              .orElseThrow();
      tally.remove(quickest);
      leaving.add(quickest);
    }
    return leaving;
  }

  /// Whoever finds no room stays.
  void sendAway(List<Integer> leaving, List<Integer> overloaded) {
    boolean[] closed = closed(overloaded);
    leaving.stream()
        .sorted(byDemand())
        .forEach(guest -> bestFit(guest, closed).ifPresent(to -> send(guest, to)));
  }

  private void send(int guest, int to) {
    hosts.get(to).add(guest);
    moves.add(new Move(guest, to));
  }

  /// Whoever has received somebody is not emptied, and whoever was tried receives nobody.
  void emptyUnderloaded(List<Integer> overloaded) {
    boolean[] closed = closed(overloaded);
    boolean[] tried = closed(overloaded);
    for (int host = 0; host < Park.HOSTS; host++) {
      if (hosts.get(host).shareBefore() == 0) {
        closed[host] = true;
        tried[host] = true;
      }
    }
    OptionalInt next = leastLoaded(tried);
    while (next.isPresent()) {
      int host = next.getAsInt();
      tried[host] = true;
      closed[host] = true;
      empty(host, closed).forEach(move -> tried[move.to()] = true);
      next = leastLoaded(tried);
    }
  }

  private OptionalInt leastLoaded(boolean[] tried) {
    OptionalInt least = OptionalInt.empty();
    double share = 1;
    for (int host = 0; host < Park.HOSTS; host++) {
      HostTally tally = hosts.get(host);
      if (!tried[host] && !tally.guests().isEmpty() && tally.shareBefore() < share) {
        share = tally.shareBefore();
        least = OptionalInt.of(host);
      }
    }
    return least;
  }

  /// All of its guests or none.
  private List<Move> empty(int host, boolean[] closed) {
    var sent = new ArrayList<Move>();
    for (int guest : hosts.get(host).guests().stream().sorted(byDemand()).toList()) {
      OptionalInt to = bestFit(guest, closed);
      if (to.isEmpty()) {
        sent.forEach(move -> hosts.get(move.to()).remove(move.guest()));
        return List.of();
      }
      hosts.get(to.getAsInt()).add(guest);
      sent.add(new Move(guest, to.getAsInt()));
    }
    moves.addAll(sent);
    return sent;
  }

  private OptionalInt bestFit(int guest, boolean[] closed) {
    OptionalInt best = OptionalInt.empty();
    double least = Double.MAX_VALUE;
    for (int host = 0; host < Park.HOSTS; host++) {
      HostTally tally = hosts.get(host);
      if (!closed[host] && tally.fits(guest) && seen.open(host)) {
        double rise = tally.rise(guest);
        if (rise < least && staysWell(tally, guest)) {
          least = rise;
          best = OptionalInt.of(host);
        }
      }
    }
    return best;
  }

  private boolean staysWell(HostTally host, int guest) {
    return host.used() == 0 || !overload.isSeen(host, OptionalInt.of(guest));
  }

  private static boolean[] closed(List<Integer> overloaded) {
    boolean[] closed = new boolean[Park.HOSTS];
    overloaded.forEach(host -> closed[host] = true);
    return closed;
  }

  /// Descending; equals stay in order.
  private Comparator<Integer> byDemand() {
    return Comparator.comparingDouble(guest -> -outlook.demand(guest));
  }
}
