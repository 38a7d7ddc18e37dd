package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.core.acting.Slumber.Slept;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/// A fleet document whose hosts go to sleep by the service's own way of it: on the wake list first,
/// then off.
public final class SleepingFleet {
  private final StringBuilder controllers = new StringBuilder();
  private final StringBuilder hosts = new StringBuilder();
  final Set<MachineId> taken = new HashSet<>();
  final Map<WorkloadId, Instant> due = new HashMap<>();
  private int cipher;
  private Path ipmitool = Path.of("ipmitool");

  public SleepingFleet ipmi(Path tool, int suite) {
    ipmitool = tool;
    cipher = suite;
    return this;
  }

  /// @param more what follows its name: `kind: redfish, url: "…"`
  public SleepingFleet controller(String name, String more) {
    controllers.append("    - {name: %s, %s}%n".formatted(name, more));
    return this;
  }

  /// @param more what follows its pool: `controller: bmc, system: "1"`
  public SleepingFleet host(String name, MachineId id, String pool, String more) {
    hosts.append(
        "    - {uuid: %s, name: %s, pool: %s, cores: 8, memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M, bootWatts: 150, %s}%n"
            .formatted(id, name, pool, more));
    return this;
  }

  public SleepingFleet host(String name, MachineId id, String more) {
    return host(name, id, "machines", more);
  }

  /// The list of all of them.
  public WakeList all(Optional<Path> credentials) {
    return listing(credentials).all(Instant.EPOCH);
  }

  /// The document.
  public String text() {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: rechenzentrum-nord}
    spec:
      clusters:
        - {name: west, credentials: west.kubeconfig}
      pools:
        - {id: machines}
        - {id: west-machines, cluster: west}
      controllers:
    """
        + controllers
        + "  hosts:\n"
        + (hosts.isEmpty() ? "    []\n" : hosts);
  }

  public Fleet fleet() {
    return switch (FleetParser.parse("fleet.yaml", text().getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }

  /// What the journal would tell of those that were taken out of service so far.
  Slumber.Sleepers slumber() {
    var workloads = new HashMap<WorkloadId, Slept>();
    due.forEach(
        (id, at) -> workloads.put(id, new Slept(Optional.empty(), Optional.of(at), Instant.EPOCH)));
    return new Slumber.Sleepers(
        workloads, Set.of(), Map.of(), Set.copyOf(taken), Map.of(), Map.of(), Map.of());
  }

  WakeListing listing(Optional<Path> credentials) {
    var means =
        new WakeList.Means(
            credentials.map(Path::toString),
            List.of(),
            ipmitool.toString(),
            cipher == 0 ? OptionalInt.empty() : OptionalInt.of(cipher),
            4);
    return new WakeListing(fleet(), means);
  }

  WakeListKeeper list(Path file, Optional<Path> credentials) {
    return list(file, credentials, this::slumber, Scribe.USUAL);
  }

  WakeListKeeper list(
      Path file, Optional<Path> credentials, Supplier<Slumber.Sleepers> told, Duration patience) {
    return new WakeListKeeper(
        new WakeListFile(file),
        listing(credentials),
        new WakeListKeeper.Sources(
            told, new Tidings(), () -> Instant.parse("2026-11-23T19:00:00Z")),
        new Scribe(patience));
  }

  /// Puts every host to sleep, each after the list that names it.
  ///
  /// @return what each was answered
  public Map<MachineId, Answer> sleeps(Path list, Optional<Path> credentials) {
    WakeList all = all(credentials);
    var answers = new HashMap<MachineId, Answer>();
    try (RoutedPower power = WakingPower.of(all, credentials, Clock.systemUTC())) {
      var gate = new Listed(new NoHosts(), power, list(list, credentials));
      fleet()
          .hosts()
          .forEach(host -> {
            taken.add(host.id());
            answers.put(host.id(), gate.softOff(host.id()));
          });
    }
    return answers;
  }

  /// Whether the controllers say that a host is on.
  public Power power(MachineId host, Optional<Path> credentials) {
    WakeList all = all(credentials);
    try (RoutedPower power = WakingPower.of(all, credentials, Clock.systemUTC())) {
      return power.state(host);
    }
  }

  /// Hosts of which nothing but the power is wanted.
  static final class NoHosts implements HostPort {
    @Override
    public Answer cordon(MachineId host, ActionId action) {
      return Answer.DONE;
    }

    @Override
    public Answer drain(MachineId host, List<Move> moves, ActionId action) {
      return Answer.DONE;
    }

    @Override
    public Answer admit(MachineId host, ActionId action) {
      return Answer.DONE;
    }

    @Override
    public Optional<String> obstacle(MachineId host) {
      return Optional.empty();
    }
  }
}
