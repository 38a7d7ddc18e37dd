package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.TimeSpec.Times;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the `downscaler/` annotations of a manifest say.
///
/// @param staysUp true where replicas stay in downtime too
/// @param gracePeriod where one is named
record Wishes(
    Map<Kind, Read<Times>> times,
    Optional<Read<Boolean>> exclude,
    Optional<Read<Instant>> excludeUntil,
    Optional<Read<Boolean>> staysUp,
    Optional<Place> gracePeriod) {
  static final Wishes NONE =
      new Wishes(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// The annotations that carry times.
  enum Kind {
    UPTIME,
    DOWNTIME,
    UPSCALE_PERIOD,
    DOWNSCALE_PERIOD,
    FORCE_UPTIME,
    FORCE_DOWNTIME;

    boolean forces() {
      return this == FORCE_UPTIME || this == FORCE_DOWNTIME;
    }

    String annotation() {
      return "downscaler/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  boolean sayWhenOrWhether() {
    return !equals(
        new Wishes(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), gracePeriod));
  }

  boolean excluded() {
    return exclude.filter(Read::value).isPresent();
  }

  /// Where the first of the times stands.
  Optional<Place> firstPlace() {
    return times.values().stream().map(Read::at).min(Place::compareTo);
  }

  /// These of a workload where it says something, else its namespace's. To force is a namespace's
  /// alone.
  Wishes within(Wishes namespace) {
    var all = new EnumMap<Kind, Read<Times>>(Kind.class);
    all.putAll(namespace.times);
    times.forEach((kind, wanted) -> {
      if (!kind.forces()) {
        all.put(kind, wanted);
      }
    });
    return new Wishes(
        all,
        namespace.excluded() ? namespace.exclude : exclude,
        later(namespace.excludeUntil, excludeUntil),
        staysUp.or(() -> namespace.staysUp),
        gracePeriod);
  }

  private static Optional<Read<Instant>> later(
      Optional<Read<Instant>> one, Optional<Read<Instant>> other) {
    boolean first =
        one.isPresent()
            && other.filter(read -> read.value().isAfter(one.orElseThrow().value())).isEmpty();
    return first ? one : other;
  }
}
