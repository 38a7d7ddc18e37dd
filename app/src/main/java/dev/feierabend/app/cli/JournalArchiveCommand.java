package dev.feierabend.app.cli;

import dev.feierabend.app.archive.Archiving;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.FlawText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A closed period's archive and the shorter store that goes on; 1 where the period can't be
/// closed.
@Command(
    name = "archive",
    description = {
      "Moves a closed period's events to an archive: writes the package, and a new store.",
      "The old store stays as it is; remove it yourself once the service runs on the new one."
    })
final class JournalArchiveCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin OfMongo mongo = new OfMongo();

  @Option(
      names = "--journal",
      paramLabel = "STORE",
      required = true,
      description = "A journal's directory or its mongodb:// URI; no service has it open.")
  String journal = "";

  @Option(
      names = "--until",
      paramLabel = "DATE",
      required = true,
      description = "The period's last day; it begins where the last archive ended.")
  LocalDate until = LocalDate.MIN;

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      required = true,
      description = "The archive, an evidence package; none of that name is there.")
  Path out = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "STORE",
      required = true,
      description = "The new store: a directory that isn't there, or the URI of an empty database.")
  String into = "";

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description = "The service's directory beside MongoDB: its last head and the key.")
  @Nullable Path beside;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key of the checkpoints; by default the one beside the journal.")
  @Nullable Path key;

  @Option(names = "--zone", description = "The zone of the day (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Override
  public Integer call() {
    Instant end = until.plusDays(1).atStartOfDay(zone).toInstant();
    var clock = SystemTime.clock();
    if (end.isAfter(clock.instant())) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --until on a day that is over but found %s: only what is closed is archived"
              .formatted(until));
    }
    Path parent = out.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new Unreadable("Expected --out in a directory that is there but found " + out);
    }
    var source = new Source();
    source.mongo = mongo;
    source.beside = beside;
    try (var store = source.store(journal)) {
      return tell(archiving(store, source.beside(store)).archive(end, out.toAbsolutePath(), into));
    }
  }

  private Archiving archiving(Store store, Beside lies) {
    var publicKey = Optional.ofNullable(key).or(lies::keyFile).map(Inputs::publicKey);
    return new Archiving(store, mongo.login(), publicKey, lies.directory(), SystemTime.clock());
  }

  private int tell(Archiving.Outcome outcome) {
    return switch (outcome) {
      case Archiving.Archived done -> {
        tell(done);
        yield Exit.GOOD;
      }
      case Archiving.Broken(var how) ->
          refuse("archive-broken", FlawText.of(how, Languages.of(spec)));
      case Archiving.Nothing _ -> refuse("archive-nothing", until);
      case Archiving.Unsigned(var last, var signed) -> refuse("archive-unsigned", last, signed);
      case Archiving.Keyless _ -> refuse("archive-keyless", CheckpointKey.FILE);
      case Archiving.Needed(var models) -> refuse("archive-missed", String.join(", ", models));
      case Archiving.GrewOn _ -> refuse("archive-grew");
    };
  }

  private void tell(Archiving.Archived done) {
    if (form.json) {
      form.print(done);
    } else {
      spec.commandLine()
          .getOut()
          .println(
              say("archived", out, done.first(), done.last(), done.moved(), done.digest(), into));
    }
  }

  private String say(String phrase, Object... about) {
    return Phrases.ofCommands(Languages.of(spec)).of(phrase, about);
  }

  private int refuse(String phrase, Object... about) {
    spec.commandLine().getErr().println(say(phrase, about));
    return Exit.NO;
  }
}
