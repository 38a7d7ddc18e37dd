package dev.feierabend.policies.language;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// In which order what a policy covers goes down, and comes up in the reverse.
///
/// @param groups the last goes down last and comes up first; what none of them matches goes down
///   before all of them and comes up after them
public record Order(List<Group> groups, Optional<Stagger> stagger) {
  public static final Order NONE = new Order(List.of(), Optional.empty());

  /// Workloads that go together.
  ///
  /// @param tests each must pass before the group counts as ready on its way up; none: that its
  ///   workloads serve will do
  /// @param within how long after the last of it began to wake it is waited for; empty: as long as
  ///   one try lasts
  public record Group(Selector members, List<ReadinessTest> tests, Optional<Duration> within) {
    public Group {
      tests = List.copyOf(tests);
    }

    /// True where it says itself when it is ready, or by when.
    public boolean hasMeasure() {
      return !tests.isEmpty() || within.isPresent();
    }

    /// Without a measure of its own, as it was spelt before there were any.
    @Override
    public String toString() {
      return members
          + (tests.isEmpty()
              ? ""
              : " ready "
                  + tests.stream().map(ReadinessTest::toString).distinct().sorted().toList())
          + within.map(" within %s"::formatted).orElse("");
    }
  }

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
      if (groups.get(i).members().matches(workload)) {
        return i + 1;
      }
    }
    return 0;
  }
}
