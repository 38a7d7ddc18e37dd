package dev.feierabend.policies.terms;

import java.util.List;

/// Watts of a machine at 0, 10, … 100 % CPU load (SPECpower style), interpolated between the
/// points.
public record PowerCurve(List<Double> watts) {
  public PowerCurve {
    watts = List.copyOf(watts);
    if (watts.size() != 11) {
      throw new IllegalArgumentException("Expected 11 points but found " + watts.size());
    }
    watts.forEach(Watts::new);
  }

  /// The straight line between idle and peak.
  public static PowerCurve between(double idle, double peak) {
    return new PowerCurve(
        java.util.stream.IntStream.rangeClosed(0, 10)
            .mapToObj(i -> idle + (peak - idle) * i / 10)
            .toList());
  }

  /// Of idle and peak, which tell most curves apart: thousands of hosts are asked for it at once.
  @Override
  public int hashCode() {
    return 31 * watts.getFirst().hashCode() + watts.getLast().hashCode();
  }

  /// Watts at `load`, a fraction; below 0 counts as 0, above 1 as 1.
  public Watts at(double load) {
    double tenth = Math.clamp(load, 0.0, 1.0) * 10;
    int below = Math.min(9, (int) tenth);
    double rest = tenth - below;
    return new Watts(watts.get(below) * (1 - rest) + watts.get(below + 1) * rest);
  }
}
