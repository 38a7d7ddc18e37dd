package dev.feierabend.app.cli;

import dev.feierabend.app.office.Office;
import dev.feierabend.console.api.DrillView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Every host, with what has to be done about it.
@Command(name = "list", description = "Lists hosts: who is known to wake, who is due, who failed.")
final class DrillListCommand implements Callable<Integer> {
  @Mixin Form form = new Form();
  @Mixin Visit visit = new Visit();

  @Override
  public Integer call() {
    return visit.look(form, Office::drills, this::lines);
  }

  private List<String> lines(List<DrillView> views) {
    return visit.lines().drills(views);
  }
}
