package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.util.Comparator;
import java.util.regex.Pattern;

/// Names that look alike: `web-*`, where `*` stands for any letters, none of them too.
public record NamePattern(String text) implements Comparable<NamePattern> {
  private static final Pattern SPELLING = Pattern.compile("[A-Za-z0-9._*-]{1,253}");
  private static final String ANY = "*";

  public NamePattern {
    Scalars.matching(SPELLING, text);
  }

  public boolean matches(String name) {
    String[] parts = text.split("\\*", -1);
    String first = parts[0];
    String last = parts[parts.length - 1];
    if (!text.contains(ANY)) {
      return name.equals(text);
    }
    if (!name.startsWith(first) || !name.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return at <= name.length() - last.length();
  }

  @Override
  public int compareTo(NamePattern other) {
    return Comparator.comparing(NamePattern::text).compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }
}
