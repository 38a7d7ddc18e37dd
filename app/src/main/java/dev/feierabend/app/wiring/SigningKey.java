package dev.feierabend.app.wiring;

import dev.feierabend.core.proving.CheckpointSigner;

/// Where a key lies that signs.
interface SigningKey {
  /// @throws dev.feierabend.core.kernel.Outage where a file holds none
  CheckpointSigner open();
}
