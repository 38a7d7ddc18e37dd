package dev.feierabend.core.proving.witness;

/// Why a witness doesn't cosign a checkpoint of a log that it knows.
public enum Objection {
  /// Signed by no key that it knows for this log.
  UNTRUSTED,

  /// It saw a larger tree.
  AHEAD,

  /// The tree doesn't grow out of the one it saw.
  UNPROVEN
}
