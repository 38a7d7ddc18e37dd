package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import dev.feierabend.hypervisor.vsphere.Reply.Silence;
import java.util.Set;

/// Replies as answers.
final class Answers {
  /// Faults that say nothing about what was asked for, only that it isn't so now.
  private static final Set<String> NOT_NOW =
      Set.of(
          "TaskInProgress",
          "ConcurrentAccess",
          "HostCommunication",
          "HostNotConnected",
          "HostNotReachable",
          "NotAuthenticated",
          "SystemError");

  private Answers() {}

  /// @param what was asked for
  static Answer of(String what, Reply reply) {
    return switch (reply) {
      case Said _ -> Answer.DONE;
      case Fault fault when NOT_NOW.contains(fault.kind()) ->
          new Answer.Unknown("%s: %s".formatted(what, fault.message()));
      case Fault fault -> new Answer.Refused("%s: %s".formatted(what, fault.message()));
      case Silence(var because) -> new Answer.Unknown("%s: %s".formatted(what, because));
    };
  }
}
