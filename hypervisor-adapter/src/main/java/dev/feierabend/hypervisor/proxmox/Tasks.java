package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What has become of tasks. Proxmox VE names each by a UPID, and the node that carries it out in
/// it; how it ended stands in words, of which only one means success.
final class Tasks {
  private static final Pattern UPID = Pattern.compile("UPID:([A-Za-z0-9][A-Za-z0-9.-]*):[!-~]+");

  record Task(String node, String upid) {
    static Optional<Task> of(JsonNode data) {
      Matcher matcher = UPID.matcher(data.asText(""));
      return matcher.matches()
          ? Optional.of(new Task(matcher.group(1), matcher.group()))
          : Optional.empty();
    }
  }

  sealed interface State {}

  record Succeeded() implements State {}

  /// @param words as it ended
  record Failed(String words) implements State {}

  record Running() implements State {}

  /// Nothing is known of it.
  ///
  /// @param gone it is nowhere any more, and not only silent
  record Lost(String because, boolean gone) implements State {}

  private Tasks() {}

  static State state(Access access, Task task) {
    Request question =
        Request.get(
            "/nodes/%s/tasks/%s/status".formatted(task.node(), Request.encoded(task.upid())));
    return switch (access.send(question)) {
      case Said(var data) -> state(new Facts(data));
      case Fault fault -> new Lost(fault.message(), fault.refused());
      case Silence(var because, _) -> new Lost(because, false);
      case Reply other -> new Lost(Reply.because(other), false);
    };
  }

  private static State state(Facts told) {
    String exit = told.text("exitstatus");
    return switch (told.text("status")) {
      case "running" -> new Running();
      case "stopped" ->
          exit.equals("OK") || exit.startsWith("WARNINGS: ") ? new Succeeded() : ended(exit);
      default -> new Lost("the task tells nothing of itself", false);
    };
  }

  /// One of which it isn't written how it ended may have done anything.
  private static State ended(String exit) {
    return exit.isEmpty() ? new Lost("nobody wrote how the task ended", true) : new Failed(exit);
  }
}
