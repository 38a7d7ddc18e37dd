package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.login.Discreet;

/// One machine's controller, as an adapter speaks to it. Nothing here throws: what can't be told is
/// a value.
public interface Board {
  Look look();

  PowerOffer offer();

  PowerReading reading();

  /// What it tells of firmware and hardware, by the last look; see `PowerController.make`.
  default Make make() {
    return Make.UNTOLD;
  }

  /// What hides the secrets that it was spoken to with.
  Discreet discreet();

  /// Takes leave of the controller, where that means something.
  default void close() {}
}
