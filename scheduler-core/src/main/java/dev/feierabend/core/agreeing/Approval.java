package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyRejected;
import dev.feierabend.core.deputising.Deputyship;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an approval needs: somebody other than its authors, in person or in the place of somebody
/// other than its authors, and a document that will be in force for a while.
final class Approval {
  private Approval() {}

  static Decision decide(ApprovePolicy command, AgreementState state) {
    return Version.whileOpen(
        state.versions().get(command.digest()),
        command.digest(),
        version ->
            own(command, version)
                .or(() -> command.deputy().flatMap(term -> deputy(term, command, version)))
                .or(() -> expired(command, version))
                .or(() -> tooLate(command, version))
                .orElseGet(() -> approved(command, state, version)));
  }

  static Decision decide(RejectPolicy command, AgreementState state) {
    return Version.whileOpen(
        state.versions().get(command.digest()),
        command.digest(),
        _ ->
            Decision.of(
                new PolicyRejected(
                    command.agreement(),
                    command.digest(),
                    command.by(),
                    command.because(),
                    command.at())));
  }

  private static Optional<Decision> own(ApprovePolicy command, Version version) {
    return version.authors().include(command.by())
        ? Optional.of(
            Decision.reject(
                "own-policy",
                "Expected an approver other than the author, but both are " + command.by()))
        : Optional.empty();
  }

  /// A deputy may no more than the person in whose place it stands, and only in its time.
  private static Optional<Decision> deputy(
      Deputyship term, ApprovePolicy command, Version version) {
    if (!term.deputy().equals(command.by()) || !term.covers(command.at())) {
      return Optional.of(
          Decision.reject(
              "not-deputy",
              "Expected a deputy in its time but %s is none at %s"
                  .formatted(command.by(), command.at())));
    }
    return version.authors().include(term.namedBy())
        ? Optional.of(
            Decision.reject(
                "deputy-of-author",
                "Expected an approver who doesn't stand in for the author, but %s does for %s"
                    .formatted(command.by(), term.namedBy())))
        : Optional.empty();
  }

  private static Optional<Decision> expired(ApprovePolicy command, Version version) {
    return Dates.over(version.policy(), command.at())
        ? Optional.of(
            Decision.reject(
                "expired", "Expected a policy that is still valid but its validity has ended"))
        : Optional.empty();
  }

  /// Where the notice lasts longer than the validity.
  private static Optional<Decision> tooLate(ApprovePolicy command, Version version) {
    return Dates.begin(version.policy(), command.at())
        .filter(begin -> Dates.over(version.policy(), begin))
        .map(begin ->
            Decision.reject(
                "never-begins",
                "Expected a policy that is valid beyond its notice but it would begin at "
                    + begin));
  }

  private static Decision approved(ApprovePolicy command, AgreementState state, Version version) {
    var events = new ArrayList<JournalEvent>();
    command
        .deputy()
        .ifPresent(term ->
            events.add(
                new DeputyStoodIn(
                    command.agreement(),
                    command.digest(),
                    command.by(),
                    term.namedBy(),
                    command.at())));
    events.add(
        new PolicyApproved(command.agreement(), command.digest(), command.by(), command.at()));
    Optional<Instant> begins = Dates.begin(version.policy(), command.at());
    events.addAll(Beginning.replacedBefore(command, begins, state));
    if (begins.filter(command.at()::isBefore).isEmpty()) {
      List<JournalEvent> activation =
          Beginning.activation(command.agreement(), command.digest(), state, command.at());
      events.addAll(activation);
    }
    return new Decision.Accepted(events);
  }
}
