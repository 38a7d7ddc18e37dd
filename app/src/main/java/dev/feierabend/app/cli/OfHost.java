package dev.feierabend.app.cli;

import dev.feierabend.app.office.Answer;
import dev.feierabend.app.office.Office;
import dev.feierabend.policies.terms.MachineId;
import picocli.CommandLine.Parameters;

/// A host, by its name or its machine's UUID.
final class OfHost {
  @Parameters(paramLabel = "HOST", description = "A host's name, or its machine's UUID.")
  String host = "";

  Answer<MachineId> in(Office office) {
    return office
        .drills()
        .then(all ->
            all.stream()
                .filter(view -> view.name().equals(host) || view.host().equals(host))
                .findFirst()
                .<Answer<MachineId>>map(view -> new Answer.Given<>(MachineId.of(view.host())))
                .orElseGet(
                    () -> new Answer.Unusable<>("Expected a host of the fleet but found " + host)));
  }
}
