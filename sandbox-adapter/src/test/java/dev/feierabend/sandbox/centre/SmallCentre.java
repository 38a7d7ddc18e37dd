package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.fleet.Tenant;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Three hosts of 10 cores and 64 GiB, 100 to 200 W, 10 W off, 240 s boot at 150 W, with three
/// guests of 2 cores and 16 GiB each, half busy. The last guest of each host is tied to it.
public final class SmallCentre {
  static final Instant START = Instant.parse("2026-05-11T18:00:00Z");
  static final PoolId OFFICE = new PoolId("ahausen-office");
  static final PoolId MACHINES = new PoolId("machines");
  static final TenantId AHAUSEN = new TenantId("ahausen");

  final VirtualTime time = new VirtualTime(START);
  final LoadModel load;
  final DataCentre centre;
  final Hypervisor hypervisor;
  final PowerSwitch power;

  SmallCentre(Faults faults, LoadModel load) {
    var luck = new Luck(7);
    this.load = load;
    centre = new DataCentre(fleet(), load, time);
    hypervisor = new Hypervisor(centre, faults, luck);
    power = new PowerSwitch(centre, faults, luck);
  }

  SmallCentre(Trouble... troubles) {
    this(Faults.script(List.of(troubles)), (guest, _) -> guest.size().cores() / 2);
  }

  static Fleet fleet() {
    return new Fleet(
        "small",
        List.of(new Tenant(AHAUSEN, "Ahausen")),
        List.of(
            new Pool(MACHINES, Optional.empty(), Set.of(), Optional.empty(), Optional.empty()),
            new Pool(OFFICE, Optional.of(AHAUSEN), Set.of(), Optional.empty(), Optional.empty())),
        List.of(),
        List.of(
            new Controller("bmc", "sandbox", Optional.empty(), Optional.empty(), Optional.empty())),
        List.of(),
        IntStream.range(0, 3).mapToObj(SmallCentre::specOfHost).toList(),
        Document.of(new byte[0]));
  }

  private static Host specOfHost(int number) {
    return new Host(
        host(number),
        "host-" + number,
        MACHINES,
        new Resources(10, 64 * 1024),
        new Electricity(PowerCurve.between(100, 200), 10, Duration.ofSeconds(240), 150),
        Optional.of(new Control("bmc", "sandbox", "1")),
        Optional.empty(),
        false,
        Optional.empty(),
        IntStream.range(3 * number, 3 * number + 3).mapToObj(SmallCentre::specOfGuest).toList());
  }

  private static Guest specOfGuest(int number) {
    return new Guest(
        MachineId.of("10000000-0000-0000-0000-0000000000%02d".formatted(number)),
        "guest-" + number,
        OFFICE,
        new Resources(2, 16 * 1024),
        number % 3 != 2,
        new TreeMap<>(),
        Optional.empty());
  }

  static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-0000000000%02d".formatted(number));
  }

  static WorkloadId guest(int number) {
    return new WorkloadId("guest/10000000-0000-0000-0000-0000000000%02d".formatted(number));
  }

  static Move move(int guest, int from, int to) {
    return new Move(guest(guest), host(from), host(to));
  }

  static ActionId action(String id) {
    return new ActionId(id);
  }

  SmallCentre after(int seconds) {
    time.runFor(Duration.ofSeconds(seconds));
    return this;
  }

  void sleep(int... guests) {
    for (int guest : guests) {
      hypervisor.sleep(new Step.Sleep(guest(guest), 0), action("sleep/" + guest + "#1"));
    }
  }

  /// Host 0 with its guests asleep, off for at least a minute.
  SmallCentre firstHostOff() {
    sleep(0, 1, 2);
    after(60);
    power.softOff(host(0));
    return after(120);
  }

  FleetPort.Host seenHost(int number) {
    return centre.observe().hosts().get(number);
  }

  Workload seenGuest(int number) {
    return centre.observe().workloads().get(number);
  }
}
