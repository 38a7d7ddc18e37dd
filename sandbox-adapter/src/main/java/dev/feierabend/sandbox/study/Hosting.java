package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Who runs where, and since when empty hosts are off.
final class Hosting {
  static final int NOWHERE = -1;

  private final List<List<Integer>> on =
      IntStream.range(0, Park.HOSTS).<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
  private final int[] host;
  private final double[] opens = new double[Park.HOSTS];
  private double now;

  Hosting(int guests) {
    host = new int[guests];
    Arrays.fill(host, NOWHERE);
  }

  int host(int guest) {
    return host[guest];
  }

  /// In order of arrival; changes as they come and go.
  List<Integer> on(int host) {
    return Collections.unmodifiableList(on.get(host));
  }

  boolean empty(int host) {
    return on.get(host).isEmpty();
  }

  boolean open(int host) {
    return !empty(host) || now >= opens[host];
  }

  /// @param seconds since the day's beginning
  void itIs(double seconds) {
    now = seconds;
  }

  void put(int guest, int to) {
    host[guest] = to;
    on.get(to).add(guest);
  }

  void remove(int guest) {
    on.get(host[guest]).remove(Integer.valueOf(guest));
    host[guest] = NOWHERE;
  }

  /// An empty host goes off and stays so for `seconds`.
  void goesOff(int empty, double seconds) {
    opens[empty] = now + seconds;
  }

  /// @throws IllegalStateException where a host holds guests of more memory than it has
  void checkMemory(List<GuestKind> kinds) {
    for (int h = 0; h < Park.HOSTS; h++) {
      int used = on.get(h).stream().mapToInt(guest -> kinds.get(guest).memoryMb()).sum();
      if (used > Park.MEMORY_MB) {
        throw new IllegalStateException(
            "Expected at most %d MB on host %d but found %d".formatted(Park.MEMORY_MB, h, used));
      }
    }
  }
}
