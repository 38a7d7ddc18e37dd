package dev.feierabend.sandbox.laws;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/// Law 5: the minimum of hosts is on at every look, and no guest goes down with its host.
final class NeverBelowTheFloor implements Law {
  @Override
  public List<String> violations(Night night) {
    return Stream.concat(
            night.incidents().stream(),
            night.snapshots().stream()
                .filter(seen -> on(seen) < night.minimumHosts())
                .map(seen -> "%d hosts on at %s".formatted(on(seen), seen.at())))
        .toList();
  }

  private static long on(Snapshot seen) {
    return seen.hosts().stream().filter(host -> host.power() == Power.ON).count();
  }
}
