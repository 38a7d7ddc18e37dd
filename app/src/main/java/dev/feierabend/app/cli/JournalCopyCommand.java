package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A history in another store, verified before and after; 1 where it isn't whole, or the target
/// holds another.
@Command(
    name = "copy",
    description = {
      "Copies a history to another store; numbers and hashes stay.",
      "Done again, it goes on where it was interrupted."
    })
final class JournalCopyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin OfMongo mongo = new OfMongo();

  @Option(
      names = "--from",
      paramLabel = "STORE",
      required = true,
      description = "A journal's directory or a mongodb:// URI.")
  String from = "";

  @Option(
      names = "--to",
      paramLabel = "STORE",
      required = true,
      description = "The same; empty, or the beginning of that history.")
  String to = "";

  @Option(
      names = "--archive",
      paramLabel = "FILE.zip",
      description =
          "An archive that events have moved to, which the copy has again; may be named several times.")
  List<Path> archives = List.of();

  @Override
  public Integer call() {
    try (var source = Store.of(from, mongo.login());
        var target = Store.of(to, mongo.login())) {
      try (var shelf = Shelf.required(source, archives, Languages.of(spec))) {
        return copy(shelf, target);
      }
    }
  }

  private int copy(Shelf source, Store target) {
    return switch (source.verify(Optional.empty(), Optional.empty())) {
      case Verification.Intact _ -> copyVerified(source, target);
      case Verification.Broken broken -> refuse("copy-broken", from, told(broken));
      case Verification.Unreadable(var why) -> throw new Unreadable(why);
    };
  }

  private int copyVerified(Shelf source, Store target) {
    return switch (copied(source, target)) {
      case HistoryCopy.OtherHistory(var number) -> refuse("copy-other", to, number);
      case HistoryCopy.Copied(var added, var head) ->
          switch (target.verify()) {
            case Verification.Intact intact -> {
              tell("copied", added, intact.commits(), head.hash());
              yield Exit.GOOD;
            }
            case Verification.Broken broken -> refuse("copy-broken", to, told(broken));
            case Verification.Unreadable(var why) -> throw new Unreadable(why);
          };
    };
  }

  private static HistoryCopy.Outcome copied(Shelf source, Store target) {
    try (var history = source.history();
        var commits = history.commits();
        var sink = target.sink()) {
      return HistoryCopy.copy(commits, sink);
    }
  }

  private String told(Verification.Broken broken) {
    return FlawText.of(broken, Languages.of(spec));
  }

  private int refuse(String key, Object... about) {
    tell(key, about);
    return Exit.NO;
  }

  private void tell(String key, Object... about) {
    spec.commandLine().getOut().println(Phrases.ofCommands(Languages.of(spec)).of(key, about));
  }
}
