package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A second person's yes, in person or as a deputy.
@Command(name = "approve", description = "Approves exactly this document.")
final class AgreementApproveCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Chosen chosen = new Chosen();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office -> chosen.decide(office, (agreement, digest) -> new Wish.Approve(agreement, digest)),
        visit.lines()::agreements);
  }
}
