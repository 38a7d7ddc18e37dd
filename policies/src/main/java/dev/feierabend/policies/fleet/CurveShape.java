package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;

/// `{idle: 110, peak: 380}` or `{curve: [eleven numbers]}`.
final class CurveShape {
  private static final int POINTS = 11;

  static final MapShape<PowerCurve> WATTS =
      new MapShape<>(
          "watts, for example {idle: 110, peak: 380} or a curve of 11 points",
          fields -> fields.has("curve") ? curve(fields) : line(fields));

  private CurveShape() {}

  private static Optional<PowerCurve> line(Fields fields) {
    Read<Double> idle = fields.required("idle", FleetWords.WATTS);
    Read<Double> peak = fields.required("peak", FleetWords.WATTS);
    idle.ifSound(low ->
        peak.ifSound(high -> {
          if (high < low) {
            fields.complain(peak.at(), "a peak of at least idle, " + low, high.toString());
          }
        }));
    return fields.build(() -> PowerCurve.between(idle.value(), peak.value()));
  }

  private static Optional<PowerCurve> curve(Fields fields) {
    Read<List<Read<Double>>> points = fields.required("curve", new ListShape<>(FleetWords.WATTS));
    points.ifSound(all -> {
      if (all.size() != POINTS) {
        fields.complain(
            points.at(), "11 numbers, watts at 0, 10, … 100 % load", all.size() + " numbers");
      }
    });
    return fields.build(() -> new PowerCurve(ListShape.values(points)));
  }
}
