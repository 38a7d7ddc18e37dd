package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.TimeSpec.Times;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The annotations of kube-downscaler and py-kube-downscaler; others are passed over.
final class WishesShape {
  static final MapShape<Wishes> WISHES =
      new MapShape<>(
          "annotations, for example {downscaler/uptime: \"Mon-Fri 07:30-20:30 Europe/Berlin\"}",
          WishesShape::read);

  /// Whatever isn't false excludes, to be on the safe side.
  private static final Scalar<Boolean> EXCLUDE =
      Scalars.of("\"true\" or \"false\"", text -> !text.equalsIgnoreCase("false"));

  private static final Scalar<Instant> UNTIL =
      Scalars.of("a time in UTC, for example \"2026-04-05T12:00:00Z\"", WishesShape::instant);

  private static final Pattern REPLICAS = Pattern.compile(" *\\d{1,9} *%? *");

  private static final Scalar<Boolean> STAYS_UP =
      Scalars.of(
          "a number of replicas, for example \"1\"",
          text -> !Scalars.matching(REPLICAS, text).strip().matches("0+"));

  private static final Scalar<Integer> SECONDS =
      Scalars.whole(
          "a number of seconds, for example \"600\"", Integer.MIN_VALUE, Integer.MAX_VALUE);

  private WishesShape() {}

  private static Optional<Wishes> read(Fields fields) {
    Map<Wishes.Kind, Read<Optional<Read<Times>>>> times = new EnumMap<>(Wishes.Kind.class);
    for (Wishes.Kind kind : Wishes.Kind.values()) {
      times.put(
          kind,
          read(fields, kind.annotation(), kind.forces() ? TimeSpecs.FORCED : TimeSpecs.TIMES));
    }
    var exclude = read(fields, "downscaler/exclude", EXCLUDE);
    var until = read(fields, "downscaler/exclude-until", UNTIL);
    var replicas = read(fields, "downscaler/downtime-replicas", STAYS_UP);
    var grace = read(fields, "downscaler/grace-period", SECONDS);
    return ResourceShape.sound(
        fields,
        () ->
            new Wishes(
                present(times),
                exclude.value(),
                until.value(),
                replicas.value(),
                grace.value().map(Read::at)));
  }

  /// With the place, where there is a value.
  private static <T> Read<Optional<Read<T>>> read(Fields fields, String key, Scalar<T> scalar) {
    Read<Optional<T>> read = fields.optional(key, scalar);
    Place at = read.at();
    Optional<T> value = read.found().flatMap(found -> found);
    return new Read<>(at, Optional.of(value.map(one -> new Read<>(at, Optional.of(one)))));
  }

  private static Map<Wishes.Kind, Read<Times>> present(
      Map<Wishes.Kind, Read<Optional<Read<Times>>>> all) {
    var present = new EnumMap<Wishes.Kind, Read<Times>>(Wishes.Kind.class);
    all.forEach((kind, read) -> read.value().ifPresent(times -> present.put(kind, times)));
    return present;
  }

  private static Instant instant(String text) {
    if (text.length() == "2026-04-05".length()) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return text.endsWith("Z")
        ? LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'"))
            .toInstant(ZoneOffset.UTC)
        : LocalDateTime.parse(
                text.replace(' ', 'T'), DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"))
            .toInstant(ZoneOffset.UTC);
  }
}
