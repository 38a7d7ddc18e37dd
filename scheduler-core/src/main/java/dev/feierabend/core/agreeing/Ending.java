package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RemindOfExpiry;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.ExpiryNear;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// How an agreement ends: by the customer's word at any time, or by its own date, of which the
/// parties are reminded.
final class Ending {
  private static final Set<Version.Status> AGREED =
      Set.of(Version.Status.ACTIVE, Version.Status.APPROVED);

  private Ending() {}

  /// What is only approved for later ends too: a withdrawal must not come undone by itself.
  static Decision decide(WithdrawPolicy command, AgreementState state) {
    List<JournalEvent> withdrawn =
        state.versions().entrySet().stream()
            .filter(version -> AGREED.contains(version.getValue().status()))
            .map(Map.Entry::getKey)
            .sorted()
            .<JournalEvent>map(digest ->
                new PolicyWithdrawn(
                    command.agreement(), digest, command.by(), command.because(), command.at()))
            .toList();
    return withdrawn.isEmpty() ? nothingActive() : new Decision.Accepted(withdrawn);
  }

  static Decision decide(ExpirePolicy command, AgreementState state) {
    return active(
        state,
        (digest, version) ->
            Dates.over(version.policy(), command.at())
                ? Decision.of(new PolicyExpired(command.agreement(), digest, command.at()))
                : Decision.reject(
                    "still-valid",
                    "Expected a policy past its validity but it holds at " + command.at()));
  }

  static Decision decide(RemindOfExpiry command, AgreementState state) {
    return active(
        state,
        (digest, version) -> {
          if (!Dates.nearEnd(version.policy(), command.at())) {
            return Decision.reject("not-near", "Expected a policy that ends soon but it doesn't");
          }
          return version.reminded()
              ? Decision.reject("reminded", "Expected a first reminder but there was one already")
              : Decision.of(
                  new ExpiryNear(
                      command.agreement(),
                      digest,
                      Dates.end(version.policy()).orElseThrow(),
                      command.at()));
        });
  }

  private static Decision active(
      AgreementState state, BiFunction<String, Version, Decision> decide) {
    return state
        .active()
        .flatMap(digest ->
            Optional.ofNullable(state.versions().get(digest))
                .map(version -> decide.apply(digest, version)))
        .orElseGet(Ending::nothingActive);
  }

  private static Decision nothingActive() {
    return Decision.reject("not-active", "Expected an active policy but there is none");
  }
}
