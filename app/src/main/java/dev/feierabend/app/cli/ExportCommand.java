package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.EvidenceWriter;
import dev.feierabend.core.proving.evidence.Scope;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Evidence for somebody who has nothing of ours: 1 where the journal isn't whole.
@Command(name = "export", description = "Writes an evidence package that strangers can check.")
final class ExportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin JournalSource source = new JournalSource();

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      required = true,
      description = "The package; one of that name is replaced.")
  Path out = Path.of("");

  @Option(names = "--from", paramLabel = "DATE", description = "First day.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  @Nullable LocalDate to;

  @Option(
      names = "--customer",
      paramLabel = "ID",
      description = "Only this customer's commits, and nothing of anybody else's.")
  @Nullable TenantId customer;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key of the checkpoints; by default the one beside the journal.")
  @Nullable Path key;

  @Option(names = "--zone", description = "The zone of the days (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  /// What `--json` tells.
  record Exported(String file, long commits, long signed) {}

  @Override
  public Integer call() {
    Locale locale = Languages.of(spec);
    try (var store = source.store();
        var shelf = source.shelf(store, locale)) {
      try {
        return export(shelf, source.beside(store), locale);
      } catch (EventsArchived e) {
        throw new Unreadable(shelf.needed(e, locale), e);
      }
    }
  }

  private int export(Shelf shelf, Beside beside, Locale locale) {
    Phrases phrases = Phrases.ofCommands(locale);
    var publicKey = Optional.ofNullable(key).or(beside::keyFile).map(Inputs::publicKey);
    return switch (shelf.verify(publicKey, beside.directory())) {
      case Verification.Unreadable(var why) -> throw new Unreadable(why);
      case Verification.Broken broken -> {
        spec.commandLine()
            .getErr()
            .println(phrases.of("not-exported", FlawText.of(broken, locale)));
        yield Exit.NO;
      }
      case Verification.Intact intact -> {
        beside.expectKey(publicKey, intact);
        tell(written(shelf, publicKey), phrases);
        yield Exit.GOOD;
      }
    };
  }

  private EvidenceWriter.Written written(Shelf shelf, Optional<PublicKey> publicKey) {
    Scope scope = scope();
    Path parent = out.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new Unreadable("Expected --out in a directory that is there but found " + out);
    }
    try (var history = shelf.history()) {
      return new EvidenceWriter(history::commits, scope, publicKey).write(out.toAbsolutePath());
    }
  }

  private Scope scope() {
    if (from != null && to != null && to.isBefore(from)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --to on or after --from but found %s before %s".formatted(to, from));
    }
    return new Scope(
        Optional.ofNullable(customer),
        Optional.ofNullable(from).map(this::begin),
        Optional.ofNullable(to).map(day -> begin(day.plusDays(1))));
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private void tell(EvidenceWriter.Written written, Phrases phrases) {
    if (form.json) {
      form.print(new Exported(out.toString(), written.commits(), written.signed()));
    } else {
      String kind = written.signed() == 0 ? "exported-unsigned" : "exported";
      spec.commandLine()
          .getOut()
          .println(phrases.of(kind, out, written.commits(), written.signed()));
    }
  }
}
