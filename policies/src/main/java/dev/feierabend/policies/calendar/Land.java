package dev.feierabend.policies.calendar;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The 16 Länder by their codes of ISO 3166-2:DE; `key` begins the keys of their municipalities.
public enum Land {
  SH("01"),
  HH("02"),
  NI("03"),
  HB("04"),
  NW("05"),
  HE("06"),
  RP("07"),
  BW("08"),
  BY("09"),
  SL("10"),
  BE("11"),
  BB("12"),
  MV("13"),
  SN("14"),
  ST("15"),
  TH("16");

  private final String key;

  Land(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  /// All codes, in order, for people.
  public static String codes() {
    return Arrays.stream(values()).map(Land::name).sorted().collect(Collectors.joining(", "));
  }
}
