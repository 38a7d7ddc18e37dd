package dev.feierabend.policies.almanac;

import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.util.regex.Pattern;

/// The single values of almanacs, each with its example.
final class AlmanacWords {
  static final Scalar<DayRule> DAY =
      Scalars.of("a day, for example 08-15, easter+60 or 2026-09-20", DayRule::of);

  /// The first two digits are a Land's.
  static final Scalar<String> KEY =
      Scalars.text(
          "a municipality's key of 8 digits, or the 5 of a district or the 3 of a Regierungsbezirk, "
              + "for example \"16061\"",
          Pattern.compile("(0[1-9]|1[0-6])(\\d|\\d{3}|\\d{6})"));

  static final Scalar<Integer> YEAR =
      Scalars.whole("a year from 1583 to 9999, for example 2025", 1583, 9999);

  static final Scalar<String> EDITION =
      Scalars.text(
          "an edition of up to 60 characters without \";\", for example 2025-08-15",
          Pattern.compile("(?=.*\\S)[^\\p{Cntrl};]{1,60}"));

  static final Scalar<String> SOURCE =
      Scalars.text(
          "a text of up to 500 characters, for example \"FronleichnamsVO of 4 May 1993\"",
          Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,500}"));

  private AlmanacWords() {}
}
