package dev.feierabend.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What was known of a host no longer counts.
@Command(
    name = "demand",
    description = "Has a host drilled again: its firmware or hardware has changed.")
final class DrillDemandCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();
  @Mixin OfHost of = new OfHost();
  @Mixin Reason reason = new Reason();

  @Override
  public Integer call() {
    return visit.change(
        form,
        office ->
            of.in(office)
                .then(host -> office.demandDrill(host, reason.because))
                .then(_ -> office.drills()),
        visit.lines()::drills);
  }
}
