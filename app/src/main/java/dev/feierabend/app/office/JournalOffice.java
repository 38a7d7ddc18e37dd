package dev.feierabend.app.office;

import dev.feierabend.app.people.Salts;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.console.api.PersonView;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Drills;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.agreeing.SavingForecaster;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.deputising.Deputies;
import dev.feierabend.core.drilling.DrillCommand;
import dev.feierabend.core.drilling.DrillCommand.ApproveDrill;
import dev.feierabend.core.drilling.DrillCommand.DemandDrill;
import dev.feierabend.core.forecasting.hindsight.Hindsight;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.naming.Registrar;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A journal, opened for as long as this is; one in a directory no service has open meanwhile. What
/// is recorded here, the service carries out when it runs.
public final class JournalOffice implements Office {
  /// @param fleet whose tenants and pools count; without one, all do
  /// @param evaluation by the calendar that policies count by
  /// @param asker who asks, on their own word
  public record Setting(
      Optional<Fleet> fleet, Evaluation evaluation, Clerk.Asker asker, Locale locale) {}

  private final Agreements agreements = new Agreements();
  private final Exceptions exceptions = new Exceptions();
  private final Deputies deputies = new Deputies();
  private final Persons persons = new Persons();
  private final Drills drills = new Drills();
  private final Store store;
  private final Journal journal;
  private final Registrar registrar;
  private final Setting setting;
  private final InstantSource clock;

  private JournalOffice(
      Store store, CommitLog log, NameDirectory names, Setting setting, InstantSource clock) {
    this.store = store;
    this.journal =
        Slices.journal(log, clock, List.of(agreements, exceptions, deputies, persons, drills));
    this.registrar = new Registrar(persons, names, journal, new Salts());
    this.setting = setting;
    this.clock = clock;
  }

  /// @param store closed with this
  /// @throws dev.feierabend.core.journal.CorruptJournal where it isn't what was written
  /// @throws dev.feierabend.core.kernel.Outage where it can't be had, or another process has it
  public static JournalOffice open(
      Store store, NameDirectory names, Setting setting, InstantSource clock) {
    var log = store.log(clock);
    try {
      return new JournalOffice(store, log, names, setting, clock);
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  @Override
  public Answer<List<AgreementView>> agreements() {
    return new Answer.Given<>(agreements.all().stream().map(AgreementView::of).toList());
  }

  @Override
  public Answer<List<OverrideView>> overrides() {
    return new Answer.Given<>(
        exceptions.overrides().stream()
            .filter(granted -> clock.instant().isBefore(granted.until()))
            .map(OverrideView::of)
            .toList());
  }

  @Override
  public Answer<List<DeputyView>> deputies(TenantId tenant) {
    return known()
        .tenant(tenant)
        .<Answer<List<DeputyView>>>map(Answer.Unusable::new)
        .orElseGet(() ->
            new Answer.Given<>(
                deputies.of(tenant, clock.instant()).stream().map(DeputyView::of).toList()));
  }

  @Override
  public Answer<List<PersonView>> people() {
    return new Answer.Given<>(registrar.people().stream().map(PersonView::of).toList());
  }

  /// As old as drills may be where the service is told nothing else.
  @Override
  public Answer<List<DrillView>> drills() {
    return new Answer.Given<>(
        setting.fleet().stream()
            .flatMap(fleet -> fleet.hosts().stream())
            .map(host ->
                DrillView.of(
                    host.id(),
                    host.name(),
                    drills.of(host.id()),
                    Drilling.REQUIRED,
                    clock.instant()))
            .toList());
  }

  @Override
  public Answer<MachineId> approveDrill(MachineId host, Instant from, Instant until) {
    return drill(new ApproveDrill(host, setting.asker().actor(), from, until, clock.instant()));
  }

  @Override
  public Answer<MachineId> demandDrill(MachineId host, String because) {
    return drill(new DemandDrill(host, setting.asker().actor(), because, clock.instant()));
  }

  private Answer<MachineId> drill(DrillCommand command) {
    if (!setting.asker().operator()) {
      return new Answer.Unusable<>("Expected --operator: hosts are the operator's");
    }
    return switch (journal.send(command)) {
      case Decision.Accepted _ -> new Answer.Given<>(command.host());
      case Decision.Rejected(var refusal) -> new Answer.Refused<>(told(refusal));
    };
  }

  @Override
  public Answer<ActorId> erase(ActorId actor) {
    return switch (registrar.erase(actor, setting.asker().actor(), clock.instant())) {
      case Decision.Accepted _ -> new Answer.Given<>(actor);
      case Decision.Rejected(var refusal) -> new Answer.Refused<>(told(refusal));
    };
  }

  @Override
  public Answer<String> propose(String file, byte[] document) {
    return hand(file, document, Wish.Propose::new);
  }

  @Override
  public Answer<String> draft(String file, byte[] document) {
    return hand(file, document, Wish.Draft::new);
  }

  private Answer<String> hand(String file, byte[] document, Function<SchedulePolicy, Wish> wish) {
    return switch (PolicyCheck.parse(
        file, document, setting.fleet(), setting.evaluation().lists())) {
      case Parsed.Invalid<SchedulePolicy>(var faults) -> new Answer.Faulty<>(faults);
      case Parsed.Valid<SchedulePolicy>(var policy) ->
          ask(wish.apply(policy)).then(_ -> new Answer.Given<>(policy.document().digest()));
    };
  }

  @Override
  public Answer<Wish> ask(Wish wish) {
    return known()
        .missing(wish)
        .<Answer<Wish>>map(Answer.Unusable::new)
        .orElseGet(() -> done(wish));
  }

  private Answer<Wish> done(Wish wish) {
    return new Clerk(agreements, deputies, journal, forecaster())
        .ask(wish, setting.asker(), clock.instant())
        .<Answer<Wish>>map(refusal -> new Answer.Refused<>(told(refusal)))
        .orElseGet(() -> new Answer.Given<>(wish));
  }

  /// Of hosts that nobody names nothing can be saved.
  private SavingForecaster forecaster() {
    return setting
        .fleet()
        .<SavingForecaster>map(fleet -> new Hindsight(journal, fleet, setting.evaluation()))
        .orElse(SavingForecaster.NONE);
  }

  /// The core speaks English; the console has the same in the language of whoever asks.
  private Refusal told(Refusal refusal) {
    return Phrases.ofConsole(setting.locale())
        .find("refusal." + refusal.code())
        .map(sentence -> new Refusal(refusal.code(), sentence))
        .orElse(refusal);
  }

  private Known known() {
    return new Known(agreements, setting.fleet());
  }

  @Override
  public void close() {
    try (store) {
      journal.close();
    }
  }
}
