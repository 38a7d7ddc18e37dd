package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The last four weeks of each customer's pools: tell it the whole history in order, or the end of
/// it.
public final class LoadBook {
  private final Set<PoolId> pools;
  private final Set<String> hosts;
  private final SortedMap<PoolId, PoolRecord> records = new TreeMap<>();

  /// @param fleet whose customers' pools count
  public LoadBook(Fleet fleet) {
    this.pools =
        fleet.pools().stream()
            .filter(pool -> pool.tenant().isPresent())
            .map(Pool::id)
            .collect(Collectors.toSet());
    this.hosts =
        fleet.hosts().stream().map(host -> host.id().toString()).collect(Collectors.toSet());
  }

  public void tell(JournalEvent event) {
    if (event instanceof UtilisationRecorded recorded && pools.contains(recorded.pool())) {
      records
          .computeIfAbsent(recorded.pool(), _ -> new PoolRecord())
          .tell(recorded, counted(recorded.samples()));
    }
  }

  /// Where a pool has hosts of its own besides, what runs on them counts, and not once more they.
  private List<Sample> counted(List<Sample> samples) {
    List<Sample> workloads =
        samples.stream().filter(sample -> !hosts.contains(sample.member())).toList();
    return workloads.isEmpty() ? samples : workloads;
  }

  Optional<PoolRecord> of(PoolId pool) {
    return Optional.ofNullable(records.get(pool));
  }

  SortedMap<PoolId, PoolRecord> all() {
    return records;
  }
}
