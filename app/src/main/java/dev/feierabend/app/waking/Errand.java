package dev.feierabend.app.waking;

import dev.feierabend.policies.fleet.WakeList.Sleeper;

/// One question to a host's controller.
public sealed interface Errand {
  Sleeper host();

  /// Whether it is on.
  record Look(Sleeper host) implements Errand {}

  /// To switch it on.
  record Press(Sleeper host) implements Errand {}
}
