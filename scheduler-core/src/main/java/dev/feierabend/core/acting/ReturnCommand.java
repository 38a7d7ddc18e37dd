package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;

/// What is said of capacity that is due back: that it is there, or that it is late.
public sealed interface ReturnCommand extends Command {
  String subject();

  Instant readyBy();

  @Override
  default String target() {
    return "return/" + subject() + "@" + readyBy();
  }

  record ReportReady(Owner owner, PoolId pool, int workloads, Instant readyBy, Instant at)
      implements ReturnCommand {
    @Override
    public String subject() {
      return pool.toString();
    }
  }

  record ReportLate(Owner owner, String subject, String because, Instant readyBy, Instant at)
      implements ReturnCommand {}
}
