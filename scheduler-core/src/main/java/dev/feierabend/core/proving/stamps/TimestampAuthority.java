package dev.feierabend.core.proving.stamps;

import dev.feierabend.core.kernel.Outage;

/// Whoever stamps digests with the time.
public interface TimestampAuthority {
  /// Has the SHA-256 `digest` stamped now, and the answer checked.
  ///
  /// @throws Outage where nothing that can be an answer comes back in time
  Stamping stamp(byte[] digest);
}
