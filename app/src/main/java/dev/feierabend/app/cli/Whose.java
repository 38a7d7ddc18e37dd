package dev.feierabend.app.cli;

import dev.feierabend.policies.imports.Owners;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Whose capacity a manifest is about: named outright, or looked up in the fleet by namespace.
final class Whose {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--tenant", paramLabel = "ID", description = "Whose all of it is.")
  @Nullable TenantId tenant;

  @Option(
      names = "--pools",
      paramLabel = "ID",
      split = ",",
      description = "The pools that its namespace lies in.")
  Set<PoolId> pools = new TreeSet<>();

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "Finds tenant and pool by namespace instead.")
  @Nullable Path fleet;

  Owners owners() {
    if (fleet != null && tenant == null && pools.isEmpty()) {
      return new Owners.OfFleet(Inputs.fleet(fleet));
    }
    if (fleet == null && tenant != null && !pools.isEmpty()) {
      return new Owners.Stated(tenant, pools);
    }
    throw new ParameterException(
        spec.commandLine(), "Expected either --fleet, or --tenant and --pools");
  }
}
