package dev.feierabend.app.silencing;

import java.util.Comparator;

/// Which alerts a silence is about, by one of their labels. Alertmanager compares `value` as a
/// whole or as a regular expression (RE2, anchored).
record LabelMatcher(String name, String value, boolean isRegex, boolean isEqual)
    implements Comparable<LabelMatcher> {
  private static final Comparator<LabelMatcher> ORDER =
      Comparator.comparing(LabelMatcher::name)
          .thenComparing(LabelMatcher::value)
          .thenComparing(LabelMatcher::isRegex)
          .thenComparing(LabelMatcher::isEqual);

  @Override
  public int compareTo(LabelMatcher other) {
    return ORDER.compare(this, other);
  }
}
