package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is kept awake now.
@Command(name = "overrides", description = "Lists what is kept awake now.")
final class AgreementOverridesCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Option(names = "--tenant", paramLabel = "ID", description = "Only this tenant's.")
  @Nullable TenantId tenant;

  @Override
  public Integer call() {
    return visit.look(
        form,
        office -> office.overrides().then(all -> new Answer.Given<>(of(tenant, all))),
        visit.lines()::overrides);
  }

  static List<OverrideView> of(@Nullable TenantId tenant, List<OverrideView> all) {
    return all.stream()
        .filter(one -> tenant == null || one.tenant().equals(tenant.value()))
        .toList();
  }
}
