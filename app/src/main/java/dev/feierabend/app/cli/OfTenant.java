package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.policies.terms.TenantId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// Whose capacity or people a command is about.
final class OfTenant {
  @Parameters(index = "0", paramLabel = "TENANT", description = "The tenant.")
  @Nullable TenantId id;

  TenantId tenant() {
    return requireNonNull(id);
  }
}
