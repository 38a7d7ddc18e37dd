package dev.feierabend.core.hosting;

import java.util.Optional;

/// What a look at a hypervisor gave.
public sealed interface Sight {
  record Seen(Inventory inventory) implements Sight {}

  /// It can't be seen now.
  ///
  /// @param last what it was when it was last seen, if ever
  record Unseen(String because, Optional<Inventory> last) implements Sight {}

  /// What is or was seen last.
  default Optional<Inventory> newest() {
    return switch (this) {
      case Seen(var inventory) -> Optional.of(inventory);
      case Unseen(_, var last) -> last;
    };
  }
}
