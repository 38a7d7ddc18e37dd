package dev.feierabend.core.proving.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A hash of the tree: SHA-256, of leaves and of nodes with a prefix of their own, so that none can
/// be taken for the other (RFC 6962, 2.1).
public final class MerkleHash {
  public static final int LENGTH = 32;

  /// To look one up takes longer than to hash a node.
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(MerkleHash::digest);

  /// The root of a tree without leaves.
  public static final MerkleHash EMPTY = new MerkleHash(SHA_256.get().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private MerkleHash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static MerkleHash leaf(byte[] entry) {
    var digest = SHA_256.get();
    digest.update(LEAF);
    return new MerkleHash(digest.digest(entry));
  }

  public static MerkleHash node(MerkleHash left, MerkleHash right) {
    var digest = SHA_256.get();
    digest.update(NODE);
    digest.update(left.bytes);
    return new MerkleHash(digest.digest(right.bytes));
  }

  /// The 32 bytes from `at` on.
  public static MerkleHash of(byte[] bytes, int at) {
    return new MerkleHash(Arrays.copyOfRange(bytes, at, at + LENGTH));
  }

  /// @throws IllegalArgumentException where `base64` is not exactly what `toString` gives
  public static MerkleHash parse(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    var hash = new MerkleHash(bytes);
    if (bytes.length != LENGTH || !hash.toString().equals(base64)) {
      throw new IllegalArgumentException(
          "Expected a hash of 32 bytes in Base64 but found \"%s\"".formatted(base64));
    }
    return hash;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MerkleHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Base64.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
