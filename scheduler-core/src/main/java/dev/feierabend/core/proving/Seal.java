package dev.feierabend.core.proving;

/// How a checkpoint was signed. Neither form goes away: what was signed once is verified for ever.
public sealed interface Seal {
  /// A checkpoint of the Merkle tree as a signed note (c2sp.org/tlog-checkpoint), the whole text.
  record Note(String text) implements Seal {}

  /// As revision 1 signed: three lines, which `Checkpoint` spells, about the head alone. `key` is
  /// the SHA-256 (hex) of the public key's X.509 form, `signature` Ed25519 in Base64.
  record Lines(String key, String signature) implements Seal {}
}
