package dev.feierabend.bench.study;

import java.util.Locale;

/// A figure of a day that the study's aim limits.
record Limit(String name, double value, double most) {
  /// What one spends as a part of what another does; none where nothing is spent.
  static double part(double ours, double others) {
    return ours == 0 ? 0 : ours / others;
  }

  boolean held() {
    return value <= most;
  }

  /// As a row, without the day.
  String told() {
    return String.format(
        Locale.ROOT, "%-52s %8.4f %8.4f  %s", name, value, most, held() ? "held" : "NOT HELD");
  }
}
