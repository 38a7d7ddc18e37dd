package dev.feierabend.policies.fleet;

import java.util.Optional;

/// A rack.
///
/// @param feed the electric feed that it hangs on
/// @param bootStorage from which its hosts boot, where that isn't a disk of their own
/// @param wakesAtOnce how many of its hosts may boot at once
public record Rack(
    String name, Supply feed, Optional<Supply> bootStorage, Optional<Integer> wakesAtOnce) {

  /// What the hosts of several racks have in common.
  ///
  /// @param wakesAtOnce how many of them may boot at once
  public record Supply(String name, Optional<Integer> wakesAtOnce) {}
}
