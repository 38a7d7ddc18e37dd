package dev.feierabend.policies.language;

import java.time.Duration;
import java.util.List;

/// How everything is back in time.
///
/// @param lead how long before a window's end the wake begins; it is ready at the window's end
/// @param tests each must pass before what runs again counts as ready; none: that it runs will do
public record ReadyBy(Duration lead, List<ReadinessTest> tests) {
  public ReadyBy {
    tests = List.copyOf(tests);
    if (lead.isNegative()) {
      throw new IllegalArgumentException("Expected a lead of at least 0 but found " + lead);
    }
  }

  /// Without a test.
  public static ReadyBy leading(Duration lead) {
    return new ReadyBy(lead, List.of());
  }
}
