package dev.feierabend.policies.language;

/// What stays on whatever sleeps.
///
/// @param hosts so many hosts of the fleet
/// @param share so many in a hundred of the hosts of the policy's pools, rounded up
/// @param replicas so many of each workload; one that has no more than that doesn't sleep
public record Floor(int hosts, int share, int replicas) {
  /// A town without any host on answers nobody.
  public static final Floor USUAL = new Floor(1, 0, 0);

  public Floor {
    if (hosts < 0 || share < 0 || share > 100 || replicas < 0) {
      throw new IllegalArgumentException(
          "Expected a floor of at least 0 and a share of at most 100 but found %d, %d, %d"
              .formatted(hosts, share, replicas));
    }
  }

  /// The higher of both in each respect.
  public Floor max(Floor other) {
    return new Floor(
        Math.max(hosts, other.hosts),
        Math.max(share, other.share),
        Math.max(replicas, other.replicas));
  }

  /// How many hosts stay on where the policy's pools have `ofPools`.
  public int hostsOf(long ofPools) {
    return Math.max(hosts, (int) Math.ceilDiv(ofPools * share, 100L));
  }

  /// As the document would say it, without what is none.
  @Override
  public String toString() {
    return "hosts: "
        + hosts
        + (share > 0 ? ", share: " + share + "%" : "")
        + (replicas > 0 ? ", replicas: " + replicas : "");
  }
}
