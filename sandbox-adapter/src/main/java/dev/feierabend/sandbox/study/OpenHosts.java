package dev.feierabend.sandbox.study;

/// Hosts in order of thrift as first fit fills them.
final class OpenHosts {
  private final Seen seen;
  private final int[] order;
  private final double[] mips = new double[Park.HOSTS];
  private final int[] memoryMb = new int[Park.HOSTS];

  OpenHosts(Seen seen) {
    this.seen = seen;
    order =
        Park.thriftiestFirst(seen.memoryBinds()).stream()
            .filter(seen::open)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /// The first with room for the guest, who is on it from now on; [Hosting#NOWHERE] where none has.
  int take(int guest) {
    double asked = seen.demand(guest);
    for (int host : order) {
      if (fits(guest, asked, host)) {
        mips[host] += asked;
        memoryMb[host] += seen.kind(guest).memoryMb();
        return host;
      }
    }
    return Hosting.NOWHERE;
  }

  private boolean fits(int guest, double asked, int host) {
    HostModel model = Park.model(host);
    return seen.hasMemory(memoryMb[host], guest)
        && asked <= model.core()
        && mips[host] + asked <= model.capacity();
  }
}
