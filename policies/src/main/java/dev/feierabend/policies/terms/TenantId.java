package dev.feierabend.policies.terms;

/// A customer: a town, a district, a school board. The unit of isolation, of approval and of
/// disclosure. Without a `/`, which parts it from what is its own.
public record TenantId(String value) implements Comparable<TenantId> {
  public TenantId {
    Terms.spelled("tenant", value);
    if (value.contains("/")) {
      throw new IllegalArgumentException(
          "Expected a tenant without / but found \"%s\"".formatted(value));
    }
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
