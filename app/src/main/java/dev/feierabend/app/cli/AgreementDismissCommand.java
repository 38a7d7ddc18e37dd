package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The end of a deputy's term, before its time.
@Command(name = "dismiss", description = "Dismisses a deputy before its time.")
final class AgreementDismissCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin OfDeputy of = new OfDeputy();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office ->
            office
                .ask(new Wish.Dismiss(of.tenant(), of.deputy()))
                .then(_ -> office.deputies(of.tenant())),
        visit.lines()::deputies);
  }
}
