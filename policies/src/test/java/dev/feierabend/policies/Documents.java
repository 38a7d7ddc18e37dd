package dev.feierabend.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.almanac.Almanac;
import dev.feierabend.policies.almanac.AlmanacParser;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Documents that the tests start from, and what they are read as.
public final class Documents {
  public static final String TOWN_HALL =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        workloads: {labels: {tier: web}}
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
          - {from: Fri 20:00, to: Mon 06:00}
        exceptions:
          - {date: 2026-12-24, awake: true}
          - {date: 2026-12-28, asleep: {from: "14:00", to: "06:00"}}
        validity: {from: 2026-01-01, to: 2027-12-31}
        readyBy: {lead: PT30M}
        floor: {hosts: 2}
      """;

  public static final String FLEET =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: three-towns}
      spec:
        tenants:
          - {id: ahausen, name: Gemeinde Ahausen}
          - {id: bdorf, name: Stadt Bdorf}
        pools:
          - {id: ahausen-office, tenant: ahausen, namespaces: [ahausen-web, ahausen-db]}
          - {id: bdorf-school, tenant: bdorf}
          - {id: hosts}
        controllers:
          - {name: bmc, kind: redfish, url: "https://bmc.example:8443", credentials: bmc-secret}
          - {name: box, kind: sandbox}
        racks:
          - {name: rack-1, feed: feed-a}
        hosts:
          - uuid: 4C4C4544-0042-3510-8051-B4C04F4D4B31
            name: host-1
            pool: hosts
            cores: 32
            memoryGiB: 256
            watts: {idle: 110, peak: 380}
            standbyWatts: 8
            boot: PT4M
            bootWatts: 190
            controller: bmc
            system: System.1
            rack: rack-1
            untouchable: true
            guests:
              - {uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b32, name: vm-1, pool: ahausen-office, cores: 2.5, memoryGiB: 8}
              - uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b33
                name: vm-2
                pool: bdorf-school
                cores: 4
                memoryGiB: 16
                movable: false
                labels: {tier: web}
                node: worker-1
          - uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b34
            name: host-2
            pool: hosts
            cores: 16
            memoryGiB: 64
            watts: {curve: [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150]}
            standbyWatts: 5
            boot: PT90S
            bootWatts: 100
            controller: box
            node: metal-2
      """;

  public static final String CALENDAR =
      """
      apiVersion: feierabend.dev/v1
      kind: HolidayCalendar
      metadata: {name: our-days, edition: 2026-11-01, source: our council}
      spec:
        holidays:
          - day: easter+60
            name: Fronleichnam
            municipalities: ["16061", "16063011"]
            except: ["16061045"]
          - {day: 08-15, name: Mariä Himmelfahrt, municipalities: ["09162000"], years: {from: 2025}}
        lists:
          - name: staff-released
            days:
              - {day: 12-24, name: Heiligabend}
              - {day: 12-31, name: Silvester}
          - name: election-sundays
            days:
              - {day: 2026-09-20, name: Landtagswahl, laender: [MV, BE]}
              - {day: 2026-03-08, name: Kommunalwahl, municipalities: ["09162000"]}
      """;

  /// For policies that name no holiday.
  public static final Evaluation EVALUATION = new Evaluation(HolidayCalendar.NONE);

  private Documents() {}

  public static SchedulePolicy policy(String text) {
    return valid(SchedulePolicyParser.parse("policy.yaml", utf8(text)));
  }

  public static Fleet fleet(String text) {
    return valid(FleetParser.parse("fleet.yaml", utf8(text)));
  }

  public static Almanac almanac(String text) {
    return valid(AlmanacParser.parse("calendar.yaml", utf8(text)));
  }

  public static List<String> almanacFaults(String text) {
    return faults(AlmanacParser.parse("calendar.yaml", utf8(text)));
  }

  public static List<String> policyFaults(String text) {
    return faults(SchedulePolicyParser.parse("policy.yaml", utf8(text)));
  }

  public static List<String> fleetFaults(String text) {
    return faults(FleetParser.parse("fleet.yaml", utf8(text)));
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T valid(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Valid<T>(var value) -> value;
      case Parsed.Invalid<T>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static <T> List<String> faults(Parsed<T> parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
    return parsed instanceof Parsed.Invalid<T>(var faults)
        ? faults.stream().map(Fault::toString).toList()
        : List.of();
  }
}
