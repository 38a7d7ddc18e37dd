package dev.feierabend.console;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two towns that share one host and must not learn of each other.
public final class TwoTowns implements FleetPort {
  public static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  public static final TenantId AHAUSEN = new TenantId("ahausen");
  public static final TenantId BDORF = new TenantId("bdorf");
  public static final MachineId HOST = MachineId.of("4c4c4544-0042-3510-8051-000000000001");
  static final String A_GUEST = "4c4c4544-0042-3510-8051-00000000000a";
  static final String B_GUEST = "4c4c4544-0042-3510-8051-00000000000b";

  /// Whatever must not reach anybody of the other town, by town.
  public static final Map<TenantId, List<String>> SECRETS =
      Map.of(
          AHAUSEN, List.of("ahausen", "rathaus", "vm-akte", A_GUEST, "anna"),
          BDORF, List.of("bdorf", "schule", "vm-tafel", B_GUEST, "bert"));

  private static final String FLEET =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: two-towns}
      spec:
        tenants:
          - {id: ahausen, name: Gemeinde Ahausen}
          - {id: bdorf, name: Stadt Bdorf}
        pools:
          - {id: ahausen-office, tenant: ahausen}
          - {id: bdorf-school, tenant: bdorf}
          - {id: hosts}
        controllers:
          - {name: box, kind: sandbox}
        racks: []
        hosts:
          - uuid: %s
            name: host-1
            pool: hosts
            cores: 32
            memoryGiB: 256
            watts: {idle: 110, peak: 380}
            standbyWatts: 8
            boot: PT4M
            bootWatts: 190
            controller: box
            guests:
              - {uuid: %s, name: vm-akte, pool: ahausen-office, cores: 2, memoryGiB: 8}
              - {uuid: %s, name: vm-tafel, pool: bdorf-school, cores: 2, memoryGiB: 8}
      """
          .formatted(HOST, A_GUEST, B_GUEST);

  public static Fleet fleet() {
    return switch (FleetParser.parse("fleet.yaml", FLEET.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  public static String policyOf(TenantId tenant) {
    return policy(nameOf(tenant), tenant, poolOf(tenant).value());
  }

  public static String nameOf(TenantId tenant) {
    return tenant.equals(AHAUSEN) ? "rathaus" : "schule";
  }

  public static PoolId poolOf(TenantId tenant) {
    return new PoolId(tenant.equals(AHAUSEN) ? "ahausen-office" : "bdorf-school");
  }

  public static WorkloadId guestOf(TenantId tenant) {
    return new WorkloadId("guest/" + (tenant.equals(AHAUSEN) ? A_GUEST : B_GUEST));
  }

  public static String policy(String name, TenantId tenant, String pool) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: %s, tenant: %s}
    spec:
      pools: [%s]
      zone: Europe/Berlin
      asleep:
        - {from: Mon 20:00, to: Tue 06:00}
      readyBy: {lead: PT30M}
    """
        .formatted(name, tenant, pool);
  }

  public static String digest(String document) {
    return Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
  }

  @Override
  public Snapshot observe() {
    var energy = new Energy(PowerCurve.between(110, 380), 8, Duration.ofMinutes(4), 190);
    var host =
        new Host(
            HOST,
            "host-1",
            new PoolId("hosts"),
            new Resources(32, 256 * 1024),
            energy,
            Power.ON,
            true,
            false,
            Optional.empty(),
            true,
            NOON);
    return new Snapshot(NOON, List.of(host), List.of(guest(AHAUSEN), guest(BDORF)));
  }

  private static Workload guest(TenantId tenant) {
    return new Workload(
        guestOf(tenant),
        "guest",
        poolOf(tenant),
        tenant,
        new Resources(2, 8 * 1024),
        1,
        1,
        List.of(HOST),
        Mobility.MIGRATED,
        Map.of(),
        Optional.empty(),
        NOON);
  }
}
