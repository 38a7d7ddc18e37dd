package dev.feierabend.policies.language;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// In which order what a policy covers goes down, and comes up in the reverse.
///
/// @param groups the last goes down last and comes up first; what none of them matches goes down
///   before all of them and comes up after them
public record Order(List<Selector> groups, Optional<Stagger> stagger) {
  public static final Order NONE = new Order(List.of(), Optional.empty());

  /// At most so many workloads start to go down, or to come up, within a time.
  public record Stagger(int atMost, Duration per) {
    public Stagger {
      if (atMost < 1 || !per.isPositive()) {
        throw new IllegalArgumentException(
            "Expected at least 1 within more than PT0S but found %d within %s"
                .formatted(atMost, per));
      }
    }
  }

  public Order {
    groups = List.copyOf(groups);
  }

  /// True where everything may go at once.
  public boolean isNone() {
    return equals(NONE);
  }

  /// The place of a workload: 0 for what no group matches, else its first group's, counted from 1.
  public int rank(Selectable workload) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).matches(workload)) {
        return i + 1;
      }
    }
    return 0;
  }
}
