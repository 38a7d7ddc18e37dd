package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Law 4: whatever was put to sleep is awake once its window is over, however late.
final class DueWakesAreNeverDropped implements Law {
  @Override
  public List<String> violations(Night night) {
    Map<String, ActionIssued> lastSleep =
        night
            .issued()
            .filter(issued -> issued.step() instanceof Step.Sleep)
            .collect(
                Collectors.toMap(
                    issued -> issued.step().subject(), Function.identity(), (_, later) -> later));
    return night.last().workloads().stream()
        .filter(Workload::asleep)
        .map(workload -> lastSleep.get(workload.id().value()))
        .filter(issued -> issued != null && isOver(issued, night))
        .map(issued -> issued.step().subject() + " still sleeps")
        .toList();
  }

  private static boolean isOver(ActionIssued issued, Night night) {
    return issued.readyBy().filter(night.last().at()::isAfter).isPresent();
  }
}
