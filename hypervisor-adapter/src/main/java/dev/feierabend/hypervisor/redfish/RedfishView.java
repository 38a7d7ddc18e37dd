package dev.feierabend.hypervisor.redfish;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import dev.feierabend.hypervisor.switching.Press;
import dev.feierabend.hypervisor.switching.View;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A machine as its controller shows it, and where it can be reset.
record RedfishView(SystemView system, RedfishMachine machine) implements View {
  private static final int CHANGED_MEANWHILE = 412;
  private static final int SAY_WHICH_STATE = 428;

  @Override
  public Power power() {
    return system.power();
  }

  @Override
  public String told() {
    return system.powerState();
  }

  @Override
  public boolean onTheWayTo(Power wanted) {
    return system.onTheWayTo(wanted);
  }

  @Override
  public Answer press(Press press) {
    List<ResetKind> kinds = system.vendor().kinds(press);
    List<String> offered = machine.offered(system);
    return kind(press, offered)
        .map(kind -> reset(kind.type))
        .orElseGet(() ->
            new Answer.Refused(
                "Expected a controller that offers %s but it offers %s"
                    .formatted(
                        kinds.stream().map(it -> it.type).collect(joining(" or ")), offered)));
  }

  /// Where it doesn't say what it offers, the standard's own is tried.
  Optional<ResetKind> kind(Press press, List<String> offered) {
    return system.vendor().kinds(press).stream()
        .filter(kind -> offered.isEmpty() || offered.contains(kind.type))
        .findFirst();
  }

  private Answer reset(String type) {
    URI target = machine.where().resetTarget(system.resetTarget());
    var body = JsonNodeFactory.instance.objectNode().put("ResetType", type);
    Request request = Request.post(target, body);
    Optional<String> state =
        system.etag().filter(_ -> system.vendor().ifMatch() && machine.guards());
    Reply reply = machine.send(state.map(etag -> request.with("If-Match", etag)).orElse(request));
    if (reply instanceof Said said && said.isOf(SAY_WHICH_STATE)) {
      reply = machine.send(request.with("If-Match", "*"));
    }
    return answer(reply);
  }

  private Answer answer(Reply reply) {
    return switch (reply) {
      case Said said when said.accepted() -> Answer.DONE;
      case Said said when said.isOf(CHANGED_MEANWHILE) -> {
        machine.stopGuarding();
        yield new Answer.Unknown(
            "%s changed while it was looked at; ask again".formatted(machine.where().resource()));
      }
      case Said said -> said.no();
      case Silence(var because) -> because.answer();
    };
  }
}
