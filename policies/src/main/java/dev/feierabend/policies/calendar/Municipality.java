package dev.feierabend.policies.calendar;

import java.util.regex.Pattern;

/// A municipality by its key of 8 digits (Amtlicher Gemeindeschlüssel), for example `09162000`; the
/// first two are the Land's.
public record Municipality(String ags) implements Comparable<Municipality> {
  private static final Pattern DIGITS = Pattern.compile("\\d{8}");

  public Municipality {
    if (!DIGITS.matcher(ags).matches()) {
      throw new IllegalArgumentException("Expected 8 digits but found " + ags);
    }
  }

  public boolean isIn(Land land) {
    return ags.startsWith(land.key());
  }

  @Override
  public int compareTo(Municipality other) {
    return ags.compareTo(other.ags);
  }

  @Override
  public String toString() {
    return ags;
  }
}
