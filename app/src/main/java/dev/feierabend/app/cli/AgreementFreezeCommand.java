package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.agreeing.Wish;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The emergency brake.
@Command(name = "freeze", description = "Stops power-downs at once; what sleeps is woken.")
final class AgreementFreezeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin Reason reason = new Reason();

  @ArgGroup(multiplicity = "1")
  Scope scope = new Scope();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office -> office.ask(new Wish.Freeze(scope.owner(), reason.because)),
        _ -> List.of(Phrases.ofConsole(Languages.of(spec)).of("page.frozen")));
  }
}
