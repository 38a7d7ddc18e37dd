package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.planning.MeasuredLoad;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;

/// Read model: what each member used of its processors lately, interval by interval, so that it can
/// be told whether it is quiet.
public final class RecentLoad implements MeasuredLoad, ReadModel<RecentLoad.Readings> {
  /// By member, oldest first.
  public record Readings(Map<String, List<Reading>> members) {}

  private final Map<String, List<Reading>> members = new ConcurrentHashMap<>();

  @Override
  public List<Reading> of(WorkloadId workload) {
    return members.getOrDefault(workload.value(), List.of());
  }

  @Override
  public Readings remember() {
    return new Readings(new TreeMap<>(members));
  }

  @Override
  public void recall(Readings memory) {
    members.clear();
    members.putAll(memory.members());
  }

  /// An interval without a length tells nothing, and keeps nobody from starting.
  @EventHandler
  void on(UtilisationRecorded event) {
    if (event.from().isBefore(event.to())) {
      event.samples().forEach(sample -> learn(sample, event));
    }
  }

  private void learn(Sample sample, UtilisationRecorded event) {
    var reading = new Reading(event.from(), event.to(), sample.cpuMean());
    members.merge(sample.member(), List.of(reading), RecentLoad::more);
  }

  /// What counts for no quiet time any more is dropped.
  private static List<Reading> more(List<Reading> known, List<Reading> next) {
    Instant at = next.getLast().to();
    return Stream.concat(
            known.stream().filter(it -> it.speaks(Vigilance.LONGEST, at)), next.stream())
        .toList();
  }
}
