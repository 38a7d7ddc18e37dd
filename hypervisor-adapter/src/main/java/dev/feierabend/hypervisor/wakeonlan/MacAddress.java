package dev.feierabend.hypervisor.wakeonlan;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// A network card's address, as `52:54:00:12:34:56`.
public record MacAddress(String value) {
  static final int BYTES = 6;
  private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  public MacAddress {
    value = value.toLowerCase(Locale.ROOT).replace('-', ':');
    if (!SPELLING.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Expected a network card's address, for example 52:54:00:12:34:56, but found \"%s\""
              .formatted(value));
    }
  }

  byte[] bytes() {
    return HexFormat.ofDelimiter(":").parseHex(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
