package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.Switching;
import java.util.List;

/// A machine whose power a controller of its own switches.
sealed interface Machine permits RedfishMachine, IpmiMachine {
  /// Its name in the cluster.
  String node();

  /// As its controller and the fleet document name it.
  String uuid();

  /// Its controller, as an entry of the fleet document; machines may share one.
  String controller();

  /// How the fleet document's host names its controller.
  String control();

  /// What its controller says, by a way of our own.
  boolean on();

  /// What its controller was asked to do, but for what we did by hand.
  List<Switching> switchings();

  /// Past its controller's log, or not to be found in `switchings`.
  void switchByHand(boolean on);
}
