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

/// Lets go of the brake; each side its own.
@Command(name = "thaw", description = "Lifts a freeze that the same side declared.")
final class AgreementThawCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @ArgGroup(multiplicity = "1")
  Scope scope = new Scope();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office -> office.ask(new Wish.Thaw(scope.owner())),
        _ -> List.of(Phrases.ofConsole(Languages.of(spec)).of("page.thawed")));
  }
}
