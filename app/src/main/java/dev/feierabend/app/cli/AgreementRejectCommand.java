package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A no, with its reason.
@Command(name = "reject", description = "Rejects a proposal.")
final class AgreementRejectCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Chosen chosen = new Chosen();
  @Mixin Reason reason = new Reason();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office ->
            chosen.decide(
                office, (agreement, digest) -> new Wish.Reject(agreement, digest, reason.because)),
        visit.lines()::agreements);
  }
}
