package dev.feierabend.core.acting;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One action on one subject for one transition, and the how-manieth try it is:
/// `sleep/<workload>@<since>#1`, `power-on/<host>@<plan>#2`. Derived, never drawn, so that asking
/// twice is the same action.
public record ActionId(String value) implements Comparable<ActionId> {
  private static final Pattern VERB = Pattern.compile("[a-z-]+");

  static ActionId of(String stem, int number) {
    return new ActionId(stem + "#" + number);
  }

  /// The id without its count.
  String stem() {
    int count = value.lastIndexOf('#');
    return count < 0 ? value : value.substring(0, count);
  }

  /// The same for a note that takes no more than 63 letters, digits, dots and hyphens: the verb,
  /// and the id's name-based UUID (RFC 9562, version 3): `sleep.0c1f2b9e-…`.
  public String brief() {
    Matcher verb = VERB.matcher(value);
    UUID named = UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8));
    return "%s.%s".formatted(verb.lookingAt() ? verb.group() : "action", named);
  }

  /// Whether that is what a note on an object means, in full or in brief.
  public boolean isNotedAs(String note) {
    return value.equals(note) || brief().equals(note);
  }

  @Override
  public int compareTo(ActionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
