package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How approved documents follow one another: from its beginning on, the one that was approved last
/// counts, and until then the one before it.
final class Beginning {
  private Beginning() {}

  static Decision decide(ActivatePolicy command, AgreementState state) {
    Version version = state.versions().get(command.digest());
    if (version == null) {
      return Version.unknown(command.digest());
    }
    if (version.status() != Version.Status.APPROVED) {
      return Decision.reject(
          "not-approved",
          "Expected a document that is approved and waits but it is " + version.status());
    }
    return version
        .begins()
        .filter(command.at()::isBefore)
        .map(begins ->
            Decision.reject(
                "not-yet", "Expected a policy whose time has come but it begins at " + begins))
        .orElseGet(() ->
            new Decision.Accepted(
                activation(command.agreement(), command.digest(), state, command.at())));
  }

  /// What becomes active, after what it replaces.
  static List<JournalEvent> activation(
      AgreementId agreement, String digest, AgreementState state, Instant at) {
    var events = new ArrayList<JournalEvent>();
    state.active().ifPresent(old -> events.add(new PolicySuperseded(agreement, old, digest, at)));
    events.add(new PolicyActivated(agreement, digest, at));
    return events;
  }

  /// Documents approved earlier that would begin with or after this one: they never will.
  static List<JournalEvent> replacedBefore(
      ApprovePolicy command, Optional<Instant> begins, AgreementState state) {
    Instant begin = begins.orElse(Instant.MIN);
    return state.versions().entrySet().stream()
        .filter(other -> other.getValue().status() == Version.Status.APPROVED)
        .filter(other -> !other.getValue().begins().orElse(Instant.MIN).isBefore(begin))
        .map(Map.Entry::getKey)
        .sorted()
        .<JournalEvent>map(
            old -> new PolicySuperseded(command.agreement(), old, command.digest(), command.at()))
        .toList();
  }
}
