package dev.feierabend.policies.language;

import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import dev.feierabend.policies.yaml.WordsShape;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.regex.Pattern;

/// The single values of our documents, each with its example.
public final class Words {
  public static final Scalar<String> NAME =
      Scalars.text(
          "a name of up to 63 lower-case letters, digits and hyphens, for example \"rathaus\"",
          Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));

  public static final Scalar<TenantId> TENANT =
      Scalars.of("a tenant's id, for example \"ahausen\"", TenantId::new);

  public static final Scalar<PoolId> POOL =
      Scalars.of("a pool's id, for example \"ahausen-office\"", PoolId::new);

  public static final Scalar<ZoneId> ZONE =
      Scalars.of("a time zone of the IANA list, for example Europe/Berlin", Words::zone)
          .nearest(Meant::zone);

  /// Where a policy names no zone.
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static final Scalar<Days> DAYS =
      Scalars.of("days of the week, each once, for example Mon-Thu or \"Mon,Wed\"", Days::of)
          .nearest(Meant::days);

  static final Scalar<NamePattern> NAME_PATTERN =
      Scalars.of("a name, * for any letters in it, for example \"web-*\"", NamePattern::new);

  public static final Scalar<String> REASON =
      Scalars.text(
          "a text of up to 200 characters, for example \"election Sunday\"",
          Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}"));

  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]{0,251}[A-Za-z0-9])?");

  static final Scalar<String> TAG =
      Scalars.text("a tag of up to 253 letters, digits and ._/-, for example \"night-off\"", KEY);

  public static final Scalar<Land> LAND =
      Scalars.of("a Land, one of " + Land.codes(), Land::valueOf)
          .among(() -> Arrays.stream(Land.values()).map(Land::name).toList());

  public static final WordsShape LABELS =
      new WordsShape(
          "labels, for example {tier: web}",
          Scalars.text(
              "a label's key of up to 253 letters, digits and ._/-, for example \"tier\"", KEY),
          Scalars.text(
              "a label's value of up to 63 letters, digits and ._-, for example \"web\"",
              Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?")));

  private Words() {}

  private static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return ZoneId.of(text);
  }
}
