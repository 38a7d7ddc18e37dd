package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Documents;
import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Wish;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Parameters;

/// The document that a decision is about.
final class Chosen {
  @Parameters(index = "0", paramLabel = "TENANT/POLICY", description = "The agreement.")
  AgreementId agreement = new AgreementId("");

  @Parameters(
      index = "1",
      paramLabel = "DIGEST",
      description = "Of exactly this document; its beginning does, where no other begins so.")
  String digest = "";

  /// Asks for what `wish` makes of agreement and whole digest; answers how the document stands
  /// afterwards.
  Answer<List<AgreementView>> decide(Office office, BiFunction<AgreementId, String, Wish> wish) {
    return office
        .agreements()
        .then(all -> new Documents(all).only(agreement, digest))
        .then(document ->
            office
                .ask(wish.apply(agreement, document.digest()))
                .then(_ -> afterwards(office, document)));
  }

  private Answer<List<AgreementView>> afterwards(Office office, AgreementView document) {
    return office
        .agreements()
        .then(all -> new Documents(all).only(agreement, document.digest()))
        .then(now -> new Answer.Given<>(List.of(now)));
  }
}
