package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A machine whose controller says and does what a test wants.
final class PlayedMachine {
  final List<Press> presses = new ArrayList<>();
  Power power = Power.ON;
  Supplier<Answer> answer = () -> Answer.DONE;
  boolean hidden;

  Look look() {
    return hidden ? Look.Hidden.unknown("no answer") : new Look.Seen(new Shown());
  }

  private final class Shown implements View {
    @Override
    public Power power() {
      return power;
    }

    @Override
    public String told() {
      return power.toString();
    }

    @Override
    public boolean onTheWayTo(Power wanted) {
      return false;
    }

    @Override
    public Answer press(Press press) {
      presses.add(press);
      return answer.get();
    }
  }
}
