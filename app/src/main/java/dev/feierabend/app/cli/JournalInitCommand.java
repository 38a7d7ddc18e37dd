package dev.feierabend.app.cli;

import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.words.Phrases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The set-up that the service's own user may not do.
@Command(
    name = "init",
    description = "Begins a journal in MongoDB; done again, it adds what is missing.")
final class JournalInitCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin OfMongo mongo = new OfMongo();

  @Option(
      names = "--to",
      paramLabel = "URI",
      required = true,
      description = "For example mongodb://host1,host2/feierabend?replicaSet=rs0.")
  String to = "";

  @Override
  public Integer call() {
    try (var store = MongoStore.of(to, mongo.login())) {
      store.schema().begin();
    }
    spec.commandLine().getOut().println(Phrases.ofCommands(Languages.of(spec)).of("journal-begun"));
    return Exit.GOOD;
  }
}
