package dev.feierabend.app.cli;

import dev.feierabend.app.office.JournalOffice;
import dev.feierabend.app.office.Nameless;
import dev.feierabend.app.office.Office;
import dev.feierabend.app.office.ServerOffice;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.policies.terms.ActorId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// A running service, or a journal at hand; exactly one of them.
final class Where {
  /// Who looks changes nothing, so nobody is named.
  private static final ActorId ONLOOKER = new ActorId("onlooker");

  @ArgGroup(exclusive = false)
  @Nullable OfServer server;

  @ArgGroup(exclusive = false)
  @Nullable OfJournal journal;

  static final class OfJournal {
    @Option(
        names = "--journal",
        paramLabel = "STORE",
        required = true,
        description =
            "A journal's directory that no service has open, or the mongodb:// URI of one.")
    String name = "";

    @Option(
        names = "--as",
        paramLabel = "ACTOR",
        description = "Who asks for a change: the pseudonym that the journal keeps.")
    @Nullable ActorId actor;

    @Option(
        names = "--operator",
        description = "Asks for the operator: a customer can't lift such a freeze.")
    boolean operator;

    @Option(
        names = "--fleet",
        paramLabel = "FILE",
        description = "Whose tenants and pools count; the one beside the journal by default.")
    @Nullable Path fleet;

    @Option(
        names = "--calendar",
        paramLabel = "FILE",
        description = "A calendar of your own, as the service has it; may be named several times.")
    List<Path> calendars = List.of();
  }

  Office toChange(CommandSpec spec, Source source) {
    if (journal != null && journal.actor == null) {
      throw new ParameterException(
          spec.commandLine(), "Expected --as ACTOR with --journal: the journal keeps who asked");
    }
    return toLook(spec, source);
  }

  /// @param source reads a journal that is named
  Office toLook(CommandSpec spec, Source source) {
    Locale locale = Languages.of(spec);
    if (server != null) {
      return new ServerOffice(server.address(spec, locale));
    }
    if (journal != null) {
      return open(journal, source, locale);
    }
    throw new IllegalStateException("One of the two is there");
  }

  private static Office open(OfJournal journal, Source source, Locale locale) {
    var store = source.store(journal.name);
    try {
      store.history().close();
      return open(store, source.beside(store), journal, locale);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Office open(Store store, Beside beside, OfJournal journal, Locale locale) {
    var fleet = Optional.ofNullable(journal.fleet).map(Inputs::fleet).or(beside::fleet);
    var asker =
        new Clerk.Asker(Optional.ofNullable(journal.actor).orElse(ONLOOKER), journal.operator);
    return JournalOffice.open(
        store,
        beside.directory().<NameDirectory>map(ActorsFile::beside).orElseGet(Nameless::new),
        new JournalOffice.Setting(
            fleet, CalendarFiles.evaluation(journal.calendars), asker, locale),
        SystemTime.clock());
  }
}
