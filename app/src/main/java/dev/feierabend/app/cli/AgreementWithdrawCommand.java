package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Documents;
import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Wish;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The end of an agreement, by the customer's word.
@Command(
    name = "withdraw",
    description = "Ends what is in force and what is approved; what sleeps under it is woken.")
final class AgreementWithdrawCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Reason reason = new Reason();

  @Parameters(paramLabel = "TENANT/POLICY", description = "The agreement.")
  AgreementId agreement = new AgreementId("");

  @Override
  public Integer call() {
    return visit.change(form, this::withdrawn, visit.lines()::agreements);
  }

  private Answer<List<AgreementView>> withdrawn(Office office) {
    return versions(office)
        .then(_ -> office.ask(new Wish.Withdraw(agreement, reason.because)))
        .then(_ -> versions(office));
  }

  private Answer<List<AgreementView>> versions(Office office) {
    return office.agreements().then(all -> new Documents(all).of(agreement));
  }
}
