package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Signs heads of the history with an Ed25519 key that stays outside of it.
public final class CheckpointSigner {
  private final KeyPair keys;

  private CheckpointSigner(KeyPair keys) {
    this.keys = keys;
  }

  /// The key whose 32 secret bytes are `seed` (RFC 8032).
  public static CheckpointSigner ofSeed(byte[] seed) {
    if (seed.length != 32) {
      throw new IllegalArgumentException("Expected 32 bytes but found " + seed.length);
    }
    try {
      var generator = KeyPairGenerator.getInstance(Checkpoint.ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed.clone()));
      return new CheckpointSigner(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java 25 has Ed25519", e);
    }
  }

  /// A key file's content, PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` makes it.
  ///
  /// @throws IllegalArgumentException where it is none
  public static CheckpointSigner ofPem(String pem) {
    try {
      var key =
          KeyFactory.getInstance(Checkpoint.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.PRIVATE_KEY.decode(pem)));
      return ofSeed(((EdECPrivateKey) key).getBytes().orElseThrow());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected an Ed25519 key in PKCS #8, as PEM", e);
    }
  }

  public PublicKey publicKey() {
    return keys.getPublic();
  }

  public CheckpointSigned sign(Head head, Instant at) {
    try {
      var signature = Signature.getInstance(Checkpoint.ALGORITHM);
      signature.initSign(keys.getPrivate());
      signature.update(Checkpoint.text(head));
      return new CheckpointSigned(
          head,
          Checkpoint.idOf(publicKey()),
          Base64.getEncoder().encodeToString(signature.sign()),
          at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key signs", e);
    }
  }

  /// Java derives a public key only where it draws the secret one itself: this lets it draw the
  /// given.
  private static final class Given extends SecureRandom {
    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
