package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// One machine at its controller. A reset that was accepted is remembered until its effect is seen
/// or can't be expected any more: boards mix up a second one that comes before.
final class RedfishMachine {
  private record Settling(Reset reset, Instant until) {}

  private final MachineId id;
  private final RedfishSystem system;
  private final RedfishClient client;
  private final InstantSource clock;
  private Optional<Settling> settling = Optional.empty();

  RedfishMachine(MachineId id, RedfishSystem system, RedfishClient client, InstantSource clock) {
    this.id = id;
    this.system = system;
    this.client = client;
    this.clock = clock;
  }

  synchronized Power state() {
    return switch (look()) {
      case Seen(var view) -> view.power();
      case NotSeen _ -> Power.UNKNOWN;
    };
  }

  synchronized Answer reach(Reset reset) {
    return switch (look()) {
      case Seen(var view) -> decide(reset, view);
      case NotSeen(var answer) -> answer;
    };
  }

  private Answer decide(Reset reset, SystemView view) {
    if (settling.isPresent() || view.onTheWayTo(Power.ON) || view.onTheWayTo(Power.OFF)) {
      return underWay(reset, view)
          ? Answer.DONE
          : new Answer.Unknown("Another switch of %s is settling; ask again".formatted(id));
    }
    if (view.power() == reset.wanted) {
      return Answer.DONE;
    }
    if (reset == Reset.SOFT_OFF && view.power() == Power.UNKNOWN) {
      return new Answer.Unknown(
          "Expected %s to be on but its power is %s".formatted(id, view.powerState()));
    }
    return view.offers(reset.type)
        ? ask(reset, view)
        : new Answer.Refused(
            "Expected a controller that offers %s but it offers %s"
                .formatted(reset.type, view.offered()));
  }

  private boolean underWay(Reset reset, SystemView view) {
    return settling.map(it -> it.reset() == reset).orElseGet(() -> view.onTheWayTo(reset.wanted));
  }

  private Answer ask(Reset reset, SystemView view) {
    var body = JsonNodeFactory.instance.objectNode().put("ResetType", reset.type);
    return switch (client.post(system, system.resetTarget(view.resetTarget()), body)) {
      case Said said when said.accepted() -> {
        settling = Optional.of(new Settling(reset, clock.instant().plus(reset.settles)));
        yield Answer.DONE;
      }
      case Said said -> no(said);
      case Silence(var because) -> new Answer.Unknown(because);
    };
  }

  private sealed interface Look {}

  private record Seen(SystemView view) implements Look {}

  private record NotSeen(Answer answer) implements Look {}

  private Look look() {
    return switch (client.get(system)) {
      case Said said when said.accepted() ->
          SystemView.of(said.body())
              .map(this::recognise)
              .orElseGet(() -> new NotSeen(new Answer.Unknown("The answer is no Redfish system")));
      case Said said -> new NotSeen(no(said));
      case Silence(var because) -> new NotSeen(new Answer.Unknown(because));
    };
  }

  private Look recognise(SystemView view) {
    if (!view.mayBe(id)) {
      return new NotSeen(
          new Answer.Refused(
              "Expected machine %s at %s but found another one, %s"
                  .formatted(id, system.resource(), view.uuid())));
    }
    settling =
        settling.filter(
            it -> view.power() != it.reset().wanted && clock.instant().isBefore(it.until()));
    return new Seen(view);
  }

  private static Answer no(Said said) {
    return said.refused() ? new Answer.Refused(said.message()) : new Answer.Unknown(said.message());
  }
}
