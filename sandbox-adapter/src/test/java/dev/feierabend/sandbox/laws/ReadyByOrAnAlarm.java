package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Law 6: of every pool that slept it is said, by its time, that it is ready or that it is late.
final class ReadyByOrAnAlarm implements Law {
  private static final Duration GRACE = Duration.ofMinutes(15);

  @Override
  public List<String> violations(Night night) {
    Map<String, String> pools =
        night.first().workloads().stream()
            .collect(Collectors.toMap(w -> w.id().value(), (Workload w) -> w.pool().value()));
    var completed =
        new HashSet<>(night.events(ActionCompleted.class).map(e -> e.action()).toList());
    var said = night.events(ActingEvent.OfReturn.class).toList();
    return night
        .issued()
        .filter(issued -> issued.step() instanceof Step.Sleep)
        .filter(issued -> completed.contains(issued.action()))
        .filter(issued ->
            issued.readyBy().filter(by -> by.plus(GRACE).isBefore(night.last().at())).isPresent())
        .filter(issued -> said.stream().noneMatch(one -> answers(one, issued, pools)))
        .map(issued -> "nobody said when %s was back".formatted(issued.step().subject()))
        .toList();
  }

  private static boolean answers(
      ActingEvent.OfReturn said, ActionIssued issued, Map<String, String> pools) {
    return said.subject().equals(pools.get(issued.step().subject()))
        && !said.readyBy().isBefore(issued.at());
  }
}
