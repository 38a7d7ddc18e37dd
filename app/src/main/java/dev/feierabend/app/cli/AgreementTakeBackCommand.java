package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whoever proposed may change their mind until somebody has decided.
@Command(name = "take-back", description = "Takes back a proposal of one's own.")
final class AgreementTakeBackCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Chosen chosen = new Chosen();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office ->
            chosen.decide(office, (agreement, digest) -> new Wish.TakeBack(agreement, digest)),
        visit.lines()::agreements);
  }
}
