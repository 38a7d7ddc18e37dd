package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.agreeing.Wish;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Somebody who decides in the asker's place for a time.
@Command(name = "deputise", description = "Names a deputy for a time, or gives it another term.")
final class AgreementDeputiseCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin OfDeputy of = new OfDeputy();

  @Option(names = "--from", paramLabel = "TIME", required = true, description = "First moment.")
  @Nullable TypedMoment from;

  @Option(names = "--until", paramLabel = "TIME", required = true, description = "Its end.")
  @Nullable TypedMoment until;

  @Override
  public Integer call() {
    return visit.change(
        form,
        office -> office.ask(wish()).then(_ -> office.deputies(of.tenant())),
        visit.lines()::deputies);
  }

  private Wish wish() {
    return new Wish.Deputise(
        of.tenant(),
        of.deputy(),
        requireNonNull(from).first(visit.zone),
        requireNonNull(until).last(visit.zone));
  }
}
