package dev.feierabend.hypervisor.wakeonlan;

import dev.feierabend.core.acting.Answer;

/// Somebody who can send a packet within a segment: magic packets are seldom routed. It is this
/// service where it is in there itself, else a node that lives there and that a hypervisor lets
/// send.
public interface Sender {
  /// For people.
  String name();

  /// Who sleeps wakes nobody.
  boolean awake();

  /// `Done` once it is sent, which is all that can be known of it.
  Answer send(MagicPacket packet);
}
