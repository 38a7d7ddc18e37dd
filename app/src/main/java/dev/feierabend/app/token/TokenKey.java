package dev.feierabend.app.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.notes.KeptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// An Ed25519 key in a token, which signs by CKM_EDDSA and never gives the key away. Asked anew for
/// each signature, so that a token may be pulled out and put back.
public final class TokenKey implements KeptKey {
  /// More isn't signed at once, and tokens sign by EdDSA only what comes at once.
  private static final int LONGEST = 1_024;

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final TokenPlace place;
  private final Pkcs11Tool tool;
  private Optional<PublicKey> known = Optional.empty();
  private Optional<String> refused = Optional.empty();

  public TokenKey(TokenPlace place) {
    this(place, DEADLINE);
  }

  TokenKey(TokenPlace place, Duration deadline) {
    this.place = place;
    this.tool = new Pkcs11Tool(place, deadline);
  }

  @Override
  public synchronized PublicKey publicKey() {
    if (known.isEmpty()) {
      known = Optional.of(read(ask(new byte[0], List.of("--read-object", "--type", "pubkey"))));
    }
    return known.orElseThrow();
  }

  /// Signed by another key of the same token is not signed: the program takes any where it finds
  /// none of that label.
  @Override
  public synchronized byte[] sign(byte[] message) {
    if (message.length > LONGEST) {
      throw new IllegalArgumentException(
          "Expected at most %,d bytes to sign but found %,d".formatted(LONGEST, message.length));
    }
    var key = publicKey();
    byte[] signature = ask(message, List.of("--sign", "--mechanism", "EDDSA"));
    if (!verifies(key, message, signature)) {
      throw new TokenOut(
          "Expected a signature of the key labelled %s but the token %s signed otherwise"
              .formatted(place.label(), place.token()));
    }
    return signature;
  }

  private byte[] ask(byte[] input, List<String> what) {
    String pin = pin();
    if (refused.filter(pin::equals).isPresent()) {
      throw new TokenOut(
          "The token %s refused the PIN in %s; correct the file"
              .formatted(place.token(), place.pin()));
    }
    var answer = tool.ask(pin, input, what);
    refused = Optional.of(pin).filter(_ -> answer.pinRefused());
    return answer.orOut(place);
  }

  private String pin() {
    try (var lines = Files.lines(place.pin())) {
      return lines.findFirst().map(String::strip).orElse("");
    } catch (IOException e) {
      throw new TokenOut(
          "Expected the PIN of the token %s in the first line of %s but it can't be read"
              .formatted(place.token(), place.pin()),
          e);
    }
  }

  /// Some versions of the program answer in PEM, some in DER.
  private PublicKey read(byte[] answer) {
    var text = new String(answer, UTF_8);
    try {
      return CheckpointKey.of(text.startsWith("-----") ? text : pem(answer));
    } catch (IllegalArgumentException e) {
      throw new TokenOut(
          "Expected an Ed25519 key labelled %s in the token %s but it is another algorithm's"
              .formatted(place.label(), place.token()),
          e);
    }
  }

  private static String pem(byte[] der) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getEncoder().encodeToString(der));
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
