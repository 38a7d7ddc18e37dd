package dev.feierabend.core.proving;

import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeptKey;
import dev.feierabend.core.proving.notes.KeyAtHand;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.NoteSigner;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;

/// Signs the history with an Ed25519 key that stays outside of it.
public final class CheckpointSigner {
  private final KeptKey key;

  private CheckpointSigner(KeptKey key) {
    this.key = key;
  }

  /// A key that is kept elsewhere. Nothing is asked of it before it has to sign.
  public static CheckpointSigner of(KeptKey key) {
    return new CheckpointSigner(key);
  }

  /// The key whose 32 secret bytes are `seed` (RFC 8032).
  public static CheckpointSigner ofSeed(byte[] seed) {
    if (seed.length != 32) {
      throw new IllegalArgumentException("Expected 32 bytes but found " + seed.length);
    }
    try {
      var generator = KeyPairGenerator.getInstance(Checkpoint.ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed.clone()));
      return new CheckpointSigner(new KeyAtHand(generator.generateKeyPair()));
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

  /// A key store of form PKCS #12 that holds one key.
  ///
  /// @throws IllegalArgumentException where it is none, or opens with another password
  public static CheckpointSigner ofPkcs12(byte[] store, char[] password) {
    try {
      var entries = KeyStore.getInstance("PKCS12");
      entries.load(new ByteArrayInputStream(store), password);
      String alias = Collections.list(entries.aliases()).getFirst();
      var key = (PrivateKey) entries.getKey(alias, password);
      var certified = entries.getCertificate(alias).getPublicKey();
      var known = CheckpointKey.of(CheckpointKey.pem(certified));
      return new CheckpointSigner(new KeyAtHand(new KeyPair(known, key)));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "Expected an Ed25519 key with its certificate in PKCS #12, and its password", e);
    }
  }

  /// A new key as a file's content, which `ofPem` reads.
  public static String drawnPem() {
    try {
      var keys = KeyPairGenerator.getInstance(Checkpoint.ALGORITHM).generateKeyPair();
      return Pem.PRIVATE_KEY.encode(keys.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java 25 has Ed25519", e);
    }
  }

  public PublicKey publicKey() {
    return key.publicKey();
  }

  /// By what its signatures as `name` are verified.
  public VerifierKey verifier(KeyName name) {
    return named(name).verifier();
  }

  /// The same key as a witness's; one that signs a history must not cosign, too.
  public Cosigner cosigner(KeyName name) {
    return new Cosigner(name, key);
  }

  NoteSigner named(KeyName name) {
    return new NoteSigner(name, key);
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
