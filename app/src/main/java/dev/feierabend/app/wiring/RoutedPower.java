package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.switching.Switchboard;
import dev.feierabend.policies.terms.MachineId;
import java.util.Map;
import java.util.Set;

/// Asks the controller that the fleet document names for a machine.
public record RoutedPower(Map<MachineId, PowerController> controllers)
    implements PowerController, AutoCloseable {
  private static final String NOBODY = "the fleet document names no controller for it";

  public RoutedPower {
    controllers = Map.copyOf(controllers);
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? PowerOffer.NOTHING : controller.offer(machine);
  }

  @Override
  public PowerReading reading(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? new PowerReading.NotOffered(NOBODY) : controller.reading(machine);
  }

  @Override
  public Make make(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? Make.UNTOLD : controller.make(machine);
  }

  @Override
  public Power state(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? Power.UNKNOWN : controller.state(machine);
  }

  @Override
  public Answer on(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? nobody() : controller.on(machine);
  }

  @Override
  public Answer softOff(MachineId machine) {
    PowerController controller = controllers.get(machine);
    return controller == null ? nobody() : controller.softOff(machine);
  }

  /// Takes leave of those that want it.
  @Override
  public void close() {
    for (PowerController controller : Set.copyOf(controllers.values())) {
      if (controller instanceof Switchboard board) {
        board.close();
      }
    }
  }

  private static Answer nobody() {
    return new Answer.Refused(NOBODY);
  }
}
