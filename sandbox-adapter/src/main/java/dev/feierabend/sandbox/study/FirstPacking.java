package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where our method begins: the largest first, each on the fullest host that is hardly ever
/// overloaded with it, else on the thriftiest empty one; on a day so full that there is none, where
/// the risk is least.
final class FirstPacking {
  private static final double RISK = 0.17;

  private final Stacks stacks;
  private final List<Integer> thriftiestFirst;

  private FirstPacking(Stacks stacks) {
    this.stacks = stacks;
    thriftiestFirst = Park.thriftiestFirst(stacks.seen().memoryBinds());
  }

  static List<Integer> of(Stacks empty) {
    var packing = new FirstPacking(empty);
    Integer[] hosts = new Integer[empty.seen().guests()];
    packing
        .largestFirst()
        .forEach(guest -> {
          hosts[guest] = packing.host(guest);
          empty.add(guest, hosts[guest]);
        });
    return Arrays.asList(hosts);
  }

  private List<Integer> largestFirst() {
    Comparator<Integer> byMean = Comparator.comparingDouble(guest -> -stacks.belief().mean(guest));
    Comparator<Integer> byMemory =
        Comparator.comparingInt(guest -> -stacks.seen().kind(guest).memoryMb());
    return IntStream.range(0, stacks.seen().guests())
        .boxed()
        .sorted(stacks.seen().memoryBinds() ? byMemory : byMean)
        .toList();
  }

  private int host(int guest) {
    return fullest(guest)
        .or(() -> emptyFor(guest))
        .or(() -> safest(guest))
        .orElseThrow(() -> new IllegalStateException("Expected memory for guest " + guest));
  }

  private Optional<Integer> fullest(int guest) {
    return thriftiestFirst.stream()
        .filter(host -> stacks.number(host) > 0)
        .filter(host -> stacks.fits(guest, host))
        .filter(host -> stacks.riskWith(guest, host) <= RISK)
        .max(Comparator.comparingDouble(host -> fullness(guest, host)));
  }

  private double fullness(int guest, int host) {
    return stacks.seen().memoryBinds() ? stacks.memoryMb(host) : stacks.riskWith(guest, host);
  }

  private Optional<Integer> emptyFor(int guest) {
    return thriftiestFirst.stream()
        .filter(host -> stacks.number(host) == 0)
        .filter(host -> stacks.fits(guest, host))
        .findFirst();
  }

  private Optional<Integer> safest(int guest) {
    return thriftiestFirst.stream()
        .filter(host -> stacks.seen().hasMemory(stacks.memoryMb(host), guest))
        .min(Comparator.comparingDouble(host -> stacks.riskWith(guest, host)));
  }
}
