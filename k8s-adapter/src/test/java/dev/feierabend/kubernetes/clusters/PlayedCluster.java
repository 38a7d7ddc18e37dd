package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cluster of one pool, one machine and one Deployment, that does what it is told and writes it
/// down.
final class PlayedCluster implements FleetPort, WorkloadPort, HostPort, PowerController {
  final List<String> done = new ArrayList<>();

  volatile boolean out;
  volatile String mail = "deployment/office/mail";
  volatile Instant seen = Instant.now();
  volatile Runnable before = () -> {};

  private final Optional<String> name;
  private final int number;

  PlayedCluster(Optional<String> name, int number) {
    this.name = name;
    this.number = number;
  }

  ClusterPorts ports() {
    return new ClusterPorts(
        name,
        part(),
        this,
        () -> new Snapshot(Instant.EPOCH, List.of(host(Power.UNKNOWN, Instant.EPOCH)), List.of()),
        new Effects(this, this, this, ReadinessPort.NONE, new InTurns(Abreast.ONE_BY_ONE)),
        (_, _) -> loads());
  }

  private List<PoolLoad> loads() {
    failWhereOut();
    return List.of(new PoolLoad(pool(), 2, List.of(load(mail), load("" + machine()))));
  }

  private void failWhereOut() {
    if (out) {
      throw new Outage("planted");
    }
  }

  PoolId pool() {
    return new PoolId("pool-" + number);
  }

  MachineId machine() {
    return MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
  }

  /// One that only a hypervisor shows.
  MachineId guest() {
    return MachineId.of("00000000-0000-0000-0001-%012d".formatted(number));
  }

  @Override
  public Snapshot observe() {
    before.run();
    failWhereOut();
    return new Snapshot(seen, List.of(host(Power.ON, seen)), List.of(workload()));
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return done("sleep", step.subject());
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return done("wake", step.subject());
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return done("cordon", host.toString());
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return done("drain", host.toString());
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return done("admit", host.toString());
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return Optional.of("a budget of " + host);
  }

  @Override
  public Power state(MachineId machine) {
    return Power.ON;
  }

  @Override
  public Answer on(MachineId machine) {
    return done("on", machine.toString());
  }

  @Override
  public Answer softOff(MachineId machine) {
    return done("off", machine.toString());
  }

  private Answer done(String verb, String subject) {
    done.add(verb + " " + subject);
    return Answer.DONE;
  }

  private static Sample load(String member) {
    return new Sample(member, 1, 1, 1, Optional.empty());
  }

  private Host host(Power power, Instant at) {
    return new Host(
        machine(),
        "host-" + number,
        pool(),
        new Resources(8, 16 * 1024),
        new Energy(PowerCurve.between(100, 300), 5, Duration.ofMinutes(4), 200),
        power,
        power == Power.ON,
        false,
        Optional.empty(),
        false,
        at);
  }

  private Workload workload() {
    return new Workload(
        new WorkloadId(mail),
        "mail",
        pool(),
        new TenantId("ahausen"),
        new Resources(1, 1024),
        3,
        3,
        List.of(machine()),
        Mobility.RESCHEDULED,
        Map.of(),
        Optional.empty(),
        seen);
  }

  private Fleet part() {
    var text =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: played}
        spec:
          tenants: [{id: ahausen, name: Ahausen}]
          pools: [{id: %s, tenant: ahausen, namespaces: [office]}]
          hosts:
            - {uuid: %s, name: host-%d, pool: %s, cores: 8, memoryGiB: 16,
               watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT4M, bootWatts: 200,
               guests: [{uuid: %s, name: vm, pool: %s, cores: 1, memoryGiB: 1}]}
        """
            .formatted(pool(), machine(), number, pool(), guest(), pool());
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
