package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Documents;
import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.AgreementId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The documents of one agreement, whole.
@Command(
    name = "show",
    description = "Shows what is proposed, approved and in force; where nothing is, the latest.")
final class AgreementShowCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Parameters(paramLabel = "TENANT/POLICY", description = "The agreement.")
  AgreementId agreement = new AgreementId("");

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Only the document of this digest, or of one that begins so.")
  @Nullable String digest;

  @Override
  public Integer call() {
    return visit.look(form, this::wanted, visit.lines()::whole);
  }

  private Answer<List<AgreementView>> wanted(Office office) {
    Answer<Documents> all =
        office.agreements().then(them -> new Answer.Given<>(new Documents(them)));
    String beginning = digest;
    return beginning == null
        ? all.then(documents -> documents.current(agreement))
        : all.then(documents -> documents.only(agreement, beginning))
            .then(one -> new Answer.Given<>(List.of(one)));
  }
}
