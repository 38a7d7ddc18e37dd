package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// CloudSim's simple placement, which the figures without consolidation are of: everybody in order
/// to where most cores are free, and there for good.
///
/// @param withoutPowerManagement whether hosts burn their peak whatever they do
record Spread(boolean withoutPowerManagement) implements Method {
  @Override
  public boolean ofCloudSim() {
    return true;
  }

  @Override
  public List<Integer> place(Seen seen) {
    int[] guests = new int[Park.HOSTS];
    int[] memoryMb = new int[Park.HOSTS];
    var hosts = new ArrayList<Integer>();
    for (int guest = 0; guest < seen.guests(); guest++) {
      GuestKind kind = seen.kind(guest);
      int host =
          leastGuests(guests, kind, memoryMb)
              .orElseThrow(() -> new IllegalStateException("Expected room for " + kind));
      guests[host]++;
      memoryMb[host] += kind.memoryMb();
      hosts.add(host);
    }
    return hosts;
  }

  private static Optional<Integer> leastGuests(int[] guests, GuestKind kind, int[] memoryMb) {
    return IntStream.range(0, Park.HOSTS)
        .filter(host -> kind.mips() <= Park.model(host).core())
        .filter(host -> memoryMb[host] + kind.memoryMb() <= Park.MEMORY_MB)
        .boxed()
        .min((one, other) -> Integer.compare(guests[one], guests[other]));
  }

  @Override
  public List<Move> decide(Seen seen) {
    return List.of();
  }
}
