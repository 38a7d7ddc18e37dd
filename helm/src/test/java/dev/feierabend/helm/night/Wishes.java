package dev.feierabend.helm.night;

import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a customer asks the running service in the night: `withdraw TOWN` or `override TOWN`.
final class Wishes {
  private static final ActorId MAYOR = new ActorId("mayor");

  private Wishes() {}

  static Optional<Command> of(String line, Instant now) {
    String[] words = line.split(" ");
    return switch (words[0]) {
      case "withdraw" -> {
        var agreement = AgreementId.of(new TenantId(words[1]), "office");
        yield Optional.of(new WithdrawPolicy(agreement, MAYOR, "we changed our mind", now));
      }
      case "override" ->
          Optional.of(
              new GrantOverride(
                  new TenantId(words[1]),
                  Set.of(),
                  Documents.READY_BY,
                  MAYOR,
                  "council",
                  now,
                  Duration.ofDays(1)));
      default -> Optional.empty();
    };
  }
}
