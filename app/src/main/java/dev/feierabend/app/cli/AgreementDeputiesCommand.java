package dev.feierabend.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Who decides in whose place.
@Command(name = "deputies", description = "Lists who stands in for whom, now or later.")
final class AgreementDeputiesCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin OfTenant of = new OfTenant();

  @Override
  public Integer call() {
    return visit.look(form, office -> office.deputies(of.tenant()), visit.lines()::deputies);
  }
}
