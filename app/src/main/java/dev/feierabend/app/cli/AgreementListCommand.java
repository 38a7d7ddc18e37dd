package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Every document and how it stands.
@Command(name = "list", description = "Lists every document and how it stands.")
final class AgreementListCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Option(names = "--tenant", paramLabel = "ID", description = "Only this tenant's.")
  @Nullable TenantId tenant;

  @Override
  public Integer call() {
    return visit.look(
        form,
        office -> office.agreements().then(all -> new Answer.Given<>(wanted(all))),
        visit.lines()::agreements);
  }

  private List<AgreementView> wanted(List<AgreementView> all) {
    return all.stream()
        .filter(one -> tenant == null || one.tenant().equals(tenant.value()))
        .toList();
  }
}
