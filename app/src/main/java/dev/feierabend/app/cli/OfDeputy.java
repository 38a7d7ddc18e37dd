package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// Which of a tenant's deputies a command is about.
final class OfDeputy {
  @Parameters(index = "0", paramLabel = "TENANT", description = "The tenant.")
  @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "ACTOR", description = "The deputy, by pseudonym.")
  @Nullable ActorId deputy;

  TenantId tenant() {
    return requireNonNull(tenant);
  }

  ActorId deputy() {
    return requireNonNull(deputy);
  }
}
