package dev.feierabend.core.proving.stamps;

import java.time.Instant;

/// What became of a request for a time stamp, or of a stamp that is looked at again.
public sealed interface Stamping {
  /// It holds.
  ///
  /// @param token the TimeStampToken (RFC 3161), DER in Base64
  /// @param at the time it names
  /// @param authority whom its certificate names (RFC 2253)
  record Stamped(String token, Instant at, String authority) implements Stamping {}

  /// It counts for nothing; one sentence without a full stop says why.
  record Unusable(String because) implements Stamping {}
}
