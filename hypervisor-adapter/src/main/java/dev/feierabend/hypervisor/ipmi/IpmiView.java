package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.ipmi.Heard.Said;
import dev.feierabend.hypervisor.switching.Press;
import dev.feierabend.hypervisor.switching.View;

/// A machine as its board shows it, which tells of no way between on and off.
record IpmiView(Said said, IpmiLine line) implements View {
  @Override
  public Power power() {
    return IpmiWords.power(said);
  }

  @Override
  public String told() {
    return said.out().strip();
  }

  @Override
  public boolean onTheWayTo(Power wanted) {
    return false;
  }

  @Override
  public Answer press(Press press) {
    return line.press(press);
  }
}
