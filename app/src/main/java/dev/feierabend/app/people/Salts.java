package dev.feierabend.app.people;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Draws salts that nobody guesses.
public final class Salts implements Supplier<String> {
  private static final int BYTES = 32;
  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    var salt = new byte[BYTES];
    random.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
