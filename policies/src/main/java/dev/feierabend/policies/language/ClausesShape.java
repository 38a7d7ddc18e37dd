package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;

/// `overrides: {longest: P14D}`, `reminder: {before: P30D}`, `notice: P7D`, and the order; each may
/// be missing.
final class ClausesShape {
  private static final Duration YEAR = Duration.ofDays(366);

  private static final MapShape<Duration> OVERRIDES =
      only("longest", "a longest override, for example {longest: P14D}", "P14D");

  private static final MapShape<Duration> REMINDER =
      only("before", "a time before the end, for example {before: P30D}", "P30D");

  private ClausesShape() {}

  record Reading(
      Read<Duration> longest,
      Read<Duration> reminder,
      Read<Duration> notice,
      OrderShape.Reading order) {
    Clauses value() {
      return new Clauses(longest.value(), reminder.value(), notice.value(), order.value());
    }
  }

  static Reading read(Fields spec) {
    return new Reading(
        spec.optional("overrides", OVERRIDES, Clauses.USUAL.longestOverride()),
        spec.optional("reminder", REMINDER, Clauses.USUAL.reminder()),
        spec.optional("notice", days("P7D"), Clauses.USUAL.notice()),
        OrderShape.read(spec));
  }

  private static MapShape<Duration> only(String key, String expected, String example) {
    Scalar<Duration> days = days(example);
    return new MapShape<>(
        expected,
        fields -> {
          Read<Duration> value = fields.required(key, days);
          return fields.build(value::value);
        });
  }

  private static Scalar<Duration> days(String example) {
    return Scalars.duration(
        "a duration from PT0S to P366D, for example " + example, Duration.ZERO, YEAR);
  }
}
