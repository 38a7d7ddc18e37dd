package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.time.Duration;

/// Follows tasks: the server itself waits and tells, so that nobody asks over and over.
final class Tasks {
  /// As many as a task has states.
  private static final int ROUNDS = 4;

  sealed interface State {}

  record Succeeded() implements State {}

  record Failed(Fault fault) implements State {}

  record Running() implements State {}

  /// Nothing is known of it.
  record Lost(Reply reply) implements State {}

  private final Session session;

  Tasks(Session session) {
    this.session = session;
  }

  /// What has become of a task, once it has ended or `patience` has passed.
  State follow(Ref task, Duration patience) {
    Reply own = session.call(Request.of("CreatePropertyCollector", "propertyCollector"));
    if (!(own instanceof Said said) || said.value().ref().isEmpty()) {
      return new Lost(own);
    }
    Ref collector = said.value().ref().get();
    State state = follow(task, collector, patience);
    session.call(Request.of("DestroyPropertyCollector", collector));
    return state;
  }

  private State follow(Ref task, Ref collector, Duration patience) {
    Reply filter =
        session.call(
            Request.of(
                "CreateFilter",
                collector,
                Specs.ofOne("spec", task, "info.state", "info.error"),
                Xml.of("partialUpdates", false)));
    if (!(filter instanceof Said)) {
      return new Lost(filter);
    }
    var mirror = new Mirror();
    State state = new Running();
    String version = "";
    for (int round = 0; round < ROUNDS && state instanceof Running; round++) {
      Reply reply = next(collector, version, round == 0 ? Duration.ZERO : patience);
      if (!(reply instanceof Said said)) {
        return new Lost(reply);
      }
      if (!said.value().isThere()) {
        return state;
      }
      mirror.apply(said.value());
      version = said.value().textAt("version");
      state = state(mirror, task);
    }
    return state;
  }

  private Reply next(Ref collector, String version, Duration patience) {
    return session.call(
        patience,
        Request.of(
            "WaitForUpdatesEx",
            collector,
            Xml.of("version", version),
            Specs.waiting(patience.toSeconds())));
  }

  private static State state(Mirror mirror, Ref task) {
    var told = mirror.of(task.type()).get(task);
    if (told == null) {
      return new Lost(new Fault("ManagedObjectNotFound", "the task is gone"));
    }
    Facts facts = new Facts(told);
    Xml error = facts.value("info.error");
    return switch (facts.text("info.state")) {
      case "success" -> new Succeeded();
      case "error" -> new Failed(Fault.of(error.at("fault"), error.textAt("localizedMessage")));
      default -> new Running();
    };
  }
}
