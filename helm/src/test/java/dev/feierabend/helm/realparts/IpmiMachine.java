package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.Switching;
import java.util.List;

/// A machine with a board of OpenIPMI's.
///
/// @param address where the service finds the board
record IpmiMachine(String node, String uuid, IpmiSimulator board, String address)
    implements Machine {
  @Override
  public String controller() {
    return "{name: boards, kind: ipmi, credentials: boards}";
  }

  @Override
  public String control() {
    return "controller: boards, system: \"%s\"".formatted(address);
  }

  @Override
  public boolean on() {
    return board.on();
  }

  @Override
  public List<Switching> switchings() {
    return board.switchings();
  }

  @Override
  public void switchByHand(boolean on) {
    board.switchByHand(on);
  }
}
