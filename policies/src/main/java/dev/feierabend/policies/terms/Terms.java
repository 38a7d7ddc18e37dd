package dev.feierabend.policies.terms;

/// The spelling rule that every identifier shares: lower-case letters, digits, and `. _ / : -`
/// inside.
final class Terms {
  private static final int LONGEST = 200;

  private Terms() {}

  static String spelled(String kind, String value) {
    if (!isSpelled(value)) {
      throw new IllegalArgumentException(
          "Expected a %s of up to 200 lower-case letters, digits and ._/:- but found \"%s\""
              .formatted(kind, value));
    }
    return value;
  }

  /// Without a regular expression: a history has some in every event.
  private static boolean isSpelled(String value) {
    int last = value.length() - 1;
    if (last < 0 || last >= LONGEST) {
      return false;
    }
    for (int i = 1; i < last; i++) {
      if (!isAlphanumeric(value.charAt(i)) && "._/:-".indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return isAlphanumeric(value.charAt(0)) && isAlphanumeric(value.charAt(last));
  }

  private static boolean isAlphanumeric(char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
  }
}
