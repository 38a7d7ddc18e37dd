package dev.feierabend.core.naming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.policies.terms.ActorId;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A person's name, and the salt that hides it in its commitment: once both are gone, nobody can
/// find out by trying names.
///
/// @param salt 32 random bytes, hex
public record KnownName(String name, String salt) {
  private static final int SALT = 64;
  private static final String HMAC = "HmacSHA256";

  public KnownName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Expected a name but found none");
    }
    if (salt.length() != SALT || !salt.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("Expected a salt of 64 hex digits");
    }
  }

  /// HMAC-SHA-256 (RFC 2104) of pseudonym, line break, name, under the salt; hex.
  public String commitment(ActorId actor) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), HMAC));
      return HexFormat.of().formatHex(mac.doFinal((actor + "\n" + name).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  /// The pseudonym has a name; which one is nobody's business in a log.
  @Override
  public String toString() {
    return "a name";
  }
}
