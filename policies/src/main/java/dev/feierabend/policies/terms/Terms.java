package dev.feierabend.policies.terms;

import java.util.regex.Pattern;

/// The spelling rule that every identifier shares: lower-case letters, digits, and `. _ / : -`
/// inside.
final class Terms {
  private static final Pattern SPELLING =
      Pattern.compile("[a-z0-9]([a-z0-9._/:-]{0,198}[a-z0-9])?");

  private Terms() {}

  static String spelled(String kind, String value) {
    if (!SPELLING.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Expected a %s of up to 200 lower-case letters, digits and ._/:- but found \"%s\""
              .formatted(kind, value));
    }
    return value;
  }
}
