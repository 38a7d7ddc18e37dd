package dev.feierabend.app.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.kernel.Outage;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what is sent to a webhook, by HMAC-SHA256 of its id, the time of sending and its text
/// (Standard Webhooks 1.0, standardwebhooks.com). While a secret is changed there are two, and a
/// signature of each.
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 16;
  private static final int LONGEST = 64;

  private final List<byte[]> keys;

  private Signature(List<byte[]> keys) {
    this.keys = keys;
  }

  /// @param secrets `whsec_` and 16 to 64 bytes in Base64, each
  /// @throws Outage where one isn't so; it isn't told
  static Signature by(List<String> secrets) {
    return new Signature(secrets.stream().map(Signature::key).toList());
  }

  private static byte[] key(String secret) {
    try {
      byte[] key =
          Base64.getDecoder()
              .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
      if (key.length >= SHORTEST && key.length <= LONGEST) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Its message would tell of the secret.
    }
    throw new Outage(
        "Expected a secret of a webhook as %s and %d to %d bytes in Base64, a line each"
            .formatted(PREFIX, SHORTEST, LONGEST));
  }

  /// The header's value.
  String of(String id, Instant at, String body) {
    byte[] signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body).getBytes(UTF_8);
    return keys.stream()
        .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] hmac(byte[] key, byte[] signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
