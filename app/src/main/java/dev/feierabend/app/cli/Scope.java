package dev.feierabend.app.cli;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One tenant's capacity or everybody's.
final class Scope {
  @Parameters(paramLabel = "TENANT", description = "This tenant's capacity.")
  @Nullable TenantId tenant;

  @Option(names = "--all", required = true, description = "Everybody's, for the operator.")
  boolean all;

  Owner owner() {
    return tenant == null ? Owner.OPERATOR : Owner.of(tenant);
  }
}
