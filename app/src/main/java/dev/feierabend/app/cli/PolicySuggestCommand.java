package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.Slices;
import dev.feierabend.core.forecasting.proposals.Adviser;
import dev.feierabend.core.forecasting.proposals.LoadBook;
import dev.feierabend.core.forecasting.proposals.Naming;
import dev.feierabend.core.forecasting.proposals.Suggestion;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A policy for each pool, from what is recorded of its last four weeks; 1 where nothing can be
/// proposed for any.
@Command(
    name = "suggest",
    description = "Proposes policies from four weeks of recorded load, with saving and risk.")
final class PolicySuggestCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin JournalSource source = new JournalSource();
  @Mixin OfFleet fleets = new OfFleet();
  @Mixin CalendarFiles calendars = new CalendarFiles();

  @Option(names = "--pool", paramLabel = "ID", description = "Only this pool; by default all.")
  @Nullable PoolId pool;

  @Option(names = "--customer", paramLabel = "ID", description = "Only this customer's pools.")
  @Nullable TenantId customer;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The policy's; by default its pool's.")
  @Nullable String name;

  @Option(
      names = "--zone",
      description = "The zone whose clocks count (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Mixin Price price = new Price();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the policy there, where one is proposed.")
  @Nullable Path out;

  @Override
  public Integer call() {
    var phrases = Phrases.ofCommands(Languages.of(spec));
    try (var store = source.store();
        var shelf = source.shelf(store, Languages.of(spec))) {
      Fleet fleet = fleets.beside(source.beside(store));
      var adviser = new Adviser(fleet, read(shelf, fleet), calendars.evaluation());
      List<Suggestion> suggestions =
          chosen(fleet).stream().map(one -> adviser.suggest(one, naming(one, phrases))).toList();
      List<Suggestion.Proposed> proposed = proposed(suggestions);
      Optional.ofNullable(out).ifPresent(file -> write(proposed, file));
      tell(suggestions, phrases);
      return proposed.isEmpty() ? Exit.NO : Exit.GOOD;
    }
  }

  private static List<Suggestion.Proposed> proposed(List<Suggestion> suggestions) {
    return suggestions.stream()
        .filter(Suggestion.Proposed.class::isInstance)
        .map(Suggestion.Proposed.class::cast)
        .toList();
  }

  private static LoadBook read(Shelf shelf, Fleet fleet) {
    var book = new LoadBook(fleet);
    var events = new JournalReader(Slices.events());
    try (var history = shelf.history()) {
      history.commits().flatMap(events::recorded).forEach(recorded -> book.tell(recorded.event()));
    }
    return book;
  }

  private List<Pool> chosen(Fleet fleet) {
    List<Pool> chosen =
        fleet.pools().stream()
            .filter(one -> one.tenant().isPresent())
            .filter(one -> pool == null || one.id().equals(pool))
            .filter(one -> customer == null || one.tenant().filter(customer::equals).isPresent())
            .toList();
    if (chosen.isEmpty()) {
      throw new Unreadable("Expected a customer's pool in the fleet but found none such");
    }
    if (name != null && chosen.size() > 1) {
      throw new ParameterException(spec.commandLine(), "Expected --pool with --name");
    }
    return chosen;
  }

  private Naming naming(Pool one, Phrases phrases) {
    return new Naming(
        Optional.ofNullable(name).orElse(one.id().value()),
        zone,
        never -> phrases.of("suggest-because", never.weeks(), never.of()));
  }

  private void write(List<Suggestion.Proposed> proposed, Path file) {
    if (proposed.size() != 1) {
      throw new Unreadable(
          "Expected one policy to write to %s but %d are proposed; choose with --pool"
              .formatted(file, proposed.size()));
    }
    Outputs.write(file, proposed.getFirst().policy().document().text());
  }

  private void tell(List<Suggestion> suggestions, Phrases phrases) {
    if (form.json) {
      form.print(suggestions.stream().map(one -> ToldSuggestion.of(one, price.euro())).toList());
    } else {
      var lines = new SuggestionLines(phrases, Languages.of(spec), price.euro());
      suggestions.forEach(one -> lines.of(one).forEach(spec.commandLine().getOut()::println));
    }
  }
}
