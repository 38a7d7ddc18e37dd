package dev.feierabend.core.proving.notes;

import java.security.PublicKey;

/// A secret Ed25519 key, at hand or where it can only be asked to sign.
///
/// Whatever keeps it may be out: both throw `core.kernel.Outage` then.
public interface KeptKey {
  PublicKey publicKey();

  /// 64 bytes (RFC 8032).
  byte[] sign(byte[] message);
}
