package dev.feierabend.policies.terms;

/// What a customer runs and may let sleep: `guest/<uuid>`, `deployment/<namespace>/<name>`,
/// `statefulset/…`.
public record WorkloadId(String value) implements Comparable<WorkloadId> {
  public WorkloadId {
    Terms.spelled("workload", value);
  }

  @Override
  public int compareTo(WorkloadId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
