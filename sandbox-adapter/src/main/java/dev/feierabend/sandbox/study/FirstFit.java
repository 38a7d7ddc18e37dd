package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Packs everybody anew at each step, those that take most first, each on the first host with room
/// in order of thrift, and moves whoever then stands elsewhere; nobody, where not all find room.
final class FirstFit implements Method {
  @Override
  public List<Integer> place(Seen seen) {
    int[] hosts = packed(seen);
    if (!everybodyHasRoom(seen, hosts)) {
      throw new IllegalStateException("Expected room for everybody on empty hosts");
    }
    return Arrays.stream(hosts).boxed().toList();
  }

  @Override
  public List<Move> decide(Seen seen) {
    int[] hosts = packed(seen);
    if (!everybodyHasRoom(seen, hosts)) {
      return List.of();
    }
    var moves = new ArrayList<Move>();
    for (int guest = 0; guest < hosts.length; guest++) {
      if (seen.here(guest) && hosts[guest] != seen.host(guest)) {
        moves.add(new Move(guest, hosts[guest]));
      }
    }
    return moves;
  }

  private static boolean everybodyHasRoom(Seen seen, int[] hosts) {
    return IntStream.range(0, hosts.length)
        .allMatch(guest -> hosts[guest] != Hosting.NOWHERE || !seen.here(guest));
  }

  private static int[] packed(Seen seen) {
    var hosts = new OpenHosts(seen);
    int[] where = new int[seen.guests()];
    largestFirst(seen).forEach(guest -> where[guest] = hosts.take(guest));
    return where;
  }

  private static List<Integer> largestFirst(Seen seen) {
    Comparator<Integer> byDemand = Comparator.comparingDouble(guest -> -seen.demand(guest));
    Comparator<Integer> byMemory = Comparator.comparingInt(guest -> -seen.kind(guest).memoryMb());
    return IntStream.range(0, seen.guests())
        .boxed()
        .sorted(seen.memoryBinds() ? byMemory.thenComparing(byDemand) : byDemand)
        .toList();
  }
}
