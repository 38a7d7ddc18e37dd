package dev.feierabend.core.deputising;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;

/// What a customer's people ask about their deputies.
public sealed interface DeputyCommand extends Command {
  TenantId tenant();

  @Override
  default String target() {
    return "deputies/" + tenant();
  }

  /// Names a deputy, or gives the one that `by` named another term.
  record NameDeputy(
      TenantId tenant, ActorId deputy, Instant from, Instant until, ActorId by, Instant at)
      implements DeputyCommand {}

  record DismissDeputy(TenantId tenant, ActorId deputy, ActorId by, Instant at)
      implements DeputyCommand {}
}
