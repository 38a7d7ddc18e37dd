package dev.feierabend.policies.fleet;

/// Who switches a host, and under which id that controller knows it.
///
/// @param kind of the controller
/// @param system for `ipmi` the address of the machine's board, for `wake-on-lan` that of its
///   network card
public record Control(String controller, String kind, String system) {
  boolean isHypervisor() {
    return Controller.isHypervisor(kind);
  }

  /// Nobody can switch it off, and nobody but itself tells whether it is on.
  public boolean wakesOnly() {
    return kind.equals(Controller.WAKE_ON_LAN);
  }
}
