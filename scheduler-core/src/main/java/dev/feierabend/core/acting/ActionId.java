package dev.feierabend.core.acting;

/// One action on one subject for one transition, and the how-manieth try it is:
/// `sleep/<workload>@<since>#1`, `power-on/<host>@<plan>#2`. Derived, never drawn, so that asking
/// twice is the same action.
public record ActionId(String value) implements Comparable<ActionId> {
  static ActionId of(String stem, int number) {
    return new ActionId(stem + "#" + number);
  }

  /// The id without its count.
  String stem() {
    int count = value.lastIndexOf('#');
    return count < 0 ? value : value.substring(0, count);
  }

  @Override
  public int compareTo(ActionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
