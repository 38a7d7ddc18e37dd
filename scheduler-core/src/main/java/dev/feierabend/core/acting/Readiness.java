package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Releases;
import dev.feierabend.policies.language.ReadinessTest;
import dev.feierabend.policies.terms.WorkloadId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether what runs again serves, too: as the agreements in force that cover it want it known.
///
/// @param active the agreements in force
record Readiness(List<Agreements.Entry> active, Snapshot seen, ReadinessPort port) {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  /// Why `workloads` don't count as ready yet; empty once every test passed.
  ///
  /// @param since when the last of them was back; what was answered before doesn't count
  Optional<String> missing(Set<WorkloadId> workloads, Instant since) {
    return missing(targets(workloads), since);
  }

  /// The same of single tests.
  Optional<String> missing(Stream<URI> targets, Instant since) {
    return targets.distinct().map(target -> missing(target, since)).toList().stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<URI> targets(Set<WorkloadId> workloads) {
    return active.stream()
        .filter(entry -> !entry.policy().readyBy().tests().isEmpty())
        .filter(entry -> covers(entry, workloads))
        .flatMap(entry -> entry.policy().readyBy().tests().stream())
        .map(ReadinessTest::target);
  }

  private boolean covers(Agreements.Entry entry, Set<WorkloadId> workloads) {
    return seen.workloads().stream()
        .filter(workload -> workloads.contains(workload.id()))
        .anyMatch(workload -> Releases.covers(entry, workload.tenant(), workload));
  }

  private Optional<String> missing(URI target, Instant since) {
    return switch (ask(target, since)) {
      case Tested.Passed _ -> Optional.empty();
      case Tested.Failed(var because) -> Optional.of(sentence(target, because));
      case Tested.Pending _ -> Optional.of(sentence(target, "no answer yet"));
    };
  }

  private static String sentence(URI target, String because) {
    return "its readiness test %s: %s".formatted(target, because);
  }

  /// An adapter that fails holds up only what it was asked about.
  private Tested ask(URI target, Instant since) {
    try {
      return port.ask(target, since);
    } catch (Outage outage) {
      return new Tested.Failed(String.valueOf(outage.getMessage()));
    } catch (RuntimeException fault) {
      LOG.error("The adapter failed at {}", target, fault);
      return new Tested.Failed(fault.toString());
    }
  }
}
