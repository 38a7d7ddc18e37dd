package dev.feierabend.sandbox.study;

import java.util.List;

/// Decides who runs where. All that it learns of the load is what it is shown.
interface Method {
  /// Where the day begins: a host for each guest, in their order.
  List<Integer> place(Seen seen);

  /// The moves that begin now; asked at every step but the first.
  List<Move> decide(Seen seen);

  /// Whether it is one of CloudSim's, which see the load that CloudSim holds and none at the first
  /// step; others see the samples alone.
  default boolean ofCloudSim() {
    return false;
  }

  /// Whether no host is ever off or throttled: each burns its peak all day.
  default boolean withoutPowerManagement() {
    return false;
  }
}
