package dev.feierabend.core.proving;

import java.util.Base64;

/// Keys as text (RFC 7468): base64 between two lines that say what it is.
enum Pem {
  PUBLIC_KEY("PUBLIC KEY"),
  PRIVATE_KEY("PRIVATE KEY");

  private final String begin;
  private final String end;

  Pem(String label) {
    this.begin = "-----BEGIN " + label + "-----";
    this.end = "-----END " + label + "-----";
  }

  String encode(byte[] der) {
    return "%s\n%s\n%s\n".formatted(begin, Base64.getEncoder().encodeToString(der), end);
  }

  /// @throws IllegalArgumentException where it is no base64
  byte[] decode(String pem) {
    return Base64.getMimeDecoder().decode(pem.strip().replace(begin, "").replace(end, ""));
  }
}
