package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A drill of its own, whatever agreements say then.
@Command(name = "approve", description = "Lets a host be drilled in a time of its own.")
final class DrillApproveCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin OfHost of = new OfHost();

  @Option(names = "--from", paramLabel = "TIME", required = true, description = "First moment.")
  @Nullable TypedMoment from;

  @Option(names = "--until", paramLabel = "TIME", required = true, description = "Its end.")
  @Nullable TypedMoment until;

  @Override
  public Integer call() {
    return visit.change(
        form,
        office ->
            of.in(office)
                .then(host ->
                    office.approveDrill(
                        host,
                        requireNonNull(from).first(visit.zone),
                        requireNonNull(until).last(visit.zone)))
                .then(_ -> office.drills()),
        visit.lines()::drills);
  }
}
