package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.policies.terms.ActorId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A person is forgotten; what it did stays, under its pseudonym.
@Command(name = "erase", description = "Forgets whose a pseudonym is, for good.")
final class PersonEraseCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Parameters(paramLabel = "ACTOR", description = "The pseudonym.")
  @Nullable ActorId actor;

  @Override
  public Integer call() {
    return visit.change(form, office -> office.erase(requireNonNull(actor)), this::lines);
  }

  private List<String> lines(ActorId erased) {
    return List.of(Phrases.ofCommands(Languages.of(spec)).of("name-erased", erased));
  }
}
