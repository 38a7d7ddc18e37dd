package dev.feierabend.core.acting;

/// One action on one subject for one transition: `sleep/<workload>@<since>`, `on/<host>@<plan>#2`.
/// Derived, never drawn, so that asking twice is the same action.
public record ActionId(String value) implements Comparable<ActionId> {
  @Override
  public int compareTo(ActionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
