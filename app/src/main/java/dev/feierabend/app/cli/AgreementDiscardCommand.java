package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whoever wrote a draft may drop it again.
@Command(name = "discard", description = "Drops a draft of one's own.")
final class AgreementDiscardCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Chosen chosen = new Chosen();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office -> chosen.decide(office, (agreement, digest) -> new Wish.Discard(agreement, digest)),
        visit.lines()::agreements);
  }
}
