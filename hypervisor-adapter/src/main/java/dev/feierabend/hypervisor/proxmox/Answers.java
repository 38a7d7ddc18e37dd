package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.proxmox.Reply.Barred;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.NotLetIn;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.util.List;

/// Replies as answers.
final class Answers {
  /// In these words Proxmox VE says that something else has to end first; nothing was done.
  private static final List<String> PASSING =
      List.of("is locked (", "can't lock file", "no quorum");

  private Answers() {}

  /// @param what was asked for
  static Answer of(String what, Reply reply) {
    return switch (reply) {
      case Said _ -> Answer.DONE;
      case Fault fault when fault.refused() -> no(what, fault.message());
      case Barred(var answer, _) -> answer;
      case Fault _, Silence _, NotLetIn _ ->
          new Answer.Unknown("%s: %s".formatted(what, Reply.because(reply)));
    };
  }

  /// A refusal, or that it can't be now.
  static Answer no(String what, String words) {
    String sentence = "%s: %s".formatted(what, words);
    return PASSING.stream().anyMatch(words::contains)
        ? new Answer.NotYet(sentence)
        : new Answer.Refused(sentence);
  }
}
