package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.api.Desk;
import dev.feierabend.console.api.Register;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.policies.evaluation.Evaluation;
import java.util.List;
import java.util.Optional;

/// This week of what is agreed, and of what is proposed beside what is agreed.
final class Weeks {
  private final Register register;
  private final Evaluation evaluation;
  private final Comparisons comparisons;
  private final Desk desk;

  Weeks(Register register, Evaluation evaluation, Comparisons comparisons, Desk desk) {
    this.register = register;
    this.evaluation = evaluation;
    this.comparisons = comparisons;
    this.desk = desk;
  }

  /// Of everything in force that the reader sees.
  List<Week> inForce(Reader reader) {
    return register.active(reader.caller()).map(entry -> week(entry, reader)).toList();
  }

  /// What a proposed document would change; empty where the reader doesn't see it.
  Optional<Consequences> of(AgreementView version, Reader reader) {
    return register
        .waiting(reader.caller())
        .filter(entry -> entry.digest().equals(version.digest()))
        .filter(entry -> entry.agreement().value().equals(version.agreement()))
        .findFirst()
        .map(entry -> consequences(entry, reader));
  }

  private Week week(Agreements.Entry entry, Reader reader) {
    Days days = days(entry, reader);
    var stretches = Stretch.of(evaluation, entry.policy(), days.from(), days.to());
    return Week.of(entry.agreement().value(), days, stretches, List.of());
  }

  private Consequences consequences(Agreements.Entry proposed, Reader reader) {
    Optional<Agreements.Entry> inForce =
        register
            .active(reader.caller())
            .filter(entry -> entry.agreement().equals(proposed.agreement()))
            .findFirst();
    return new Consequences.Of(evaluation, comparisons, proposed, days(proposed, reader))
        .beside(inForce);
  }

  private Days days(Agreements.Entry entry, Reader reader) {
    return Week.days(entry.policy(), desk.now(), reader);
  }
}
