package dev.feierabend.policies.terms;

/// A group of machines or workloads that is observed, agreed upon and billed as one.
public record PoolId(String value) implements Comparable<PoolId> {
  public PoolId {
    Terms.spelled("pool", value);
  }

  @Override
  public int compareTo(PoolId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
