package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// CloudSim's simple placement, which its figures without consolidation are of: everybody in order
/// on the first host with room for all that they were sold, and there for good.
///
/// @param withoutPowerManagement whether hosts burn their peak whatever they do
record InOrder(boolean withoutPowerManagement) implements Method {
  @Override
  public boolean ofCloudSim() {
    return true;
  }

  @Override
  public List<Integer> place(Seen seen) {
    double[] mips = new double[Park.HOSTS];
    int[] memoryMb = new int[Park.HOSTS];
    var hosts = new ArrayList<Integer>();
    for (int guest = 0; guest < seen.guests(); guest++) {
      GuestKind kind = seen.kind(guest);
      int host =
          IntStream.range(0, Park.HOSTS)
              .filter(h -> kind.fits(Park.model(h), mips[h], memoryMb[h]))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Expected room for " + kind));
      mips[host] += kind.mips();
      memoryMb[host] += kind.memoryMb();
      hosts.add(host);
    }
    return hosts;
  }

  @Override
  public List<Move> decide(Seen seen) {
    return List.of();
  }
}
