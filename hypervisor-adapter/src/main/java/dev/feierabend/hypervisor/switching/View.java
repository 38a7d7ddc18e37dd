package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;

/// A machine as its controller shows it, and the way to press what is seen there.
public interface View {
  Power power();

  /// The power in the controller's own words.
  String told();

  /// Whether the controller says that it is between two states, on its way to this one.
  boolean onTheWayTo(Power wanted);

  /// Asks for it; `Done` where the controller took it, which is no effect yet.
  Answer press(Press press);
}
