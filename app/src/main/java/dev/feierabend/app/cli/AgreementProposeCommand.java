package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A document on its way to each of its tenants; 1 with every fault if it has any.
@Command(name = "propose", description = "Proposes a policy to each of its tenants.")
final class AgreementProposeCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Option(names = "--draft", description = "Saves it only; nobody is asked to decide on it yet.")
  boolean draft;

  @Parameters(paramLabel = "FILE", description = "The policy.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    byte[] document = Inputs.bytes(file);
    if (document.length > Wish.LARGEST_DOCUMENT) {
      throw new Unreadable(
          "Expected a document of at most %d bytes but %s has %d"
              .formatted(Wish.LARGEST_DOCUMENT, file, document.length));
    }
    return visit.change(form, office -> proposed(office, document), visit.lines()::agreements);
  }

  private Answer<List<AgreementView>> proposed(Office office, byte[] document) {
    Answer<String> handed =
        draft ? office.draft(file.toString(), document) : office.propose(file.toString(), document);
    return handed.then(
        digest -> office.agreements().then(all -> new Answer.Given<>(of(digest, all))));
  }

  private static List<AgreementView> of(String digest, List<AgreementView> all) {
    return all.stream().filter(one -> one.digest().equals(digest)).toList();
  }
}
