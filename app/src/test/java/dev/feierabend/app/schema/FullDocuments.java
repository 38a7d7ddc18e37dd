package dev.feierabend.app.schema;

import java.util.List;

/// Documents in which every key occurs that there is.
final class FullDocuments {
  static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        workloads: {labels: {tier: web}}
        zone: Europe/Berlin
        holidays:
          land: BY
          municipality: "09162000"
          lists: [staff-released]
          also: [{date: 2026-12-23, name: the day before}]
          except: [2026-11-18]
        asleep:
          - {from: Mon 20:00, to: Tue 06:00, because: nobody works, floor: {hosts: 3}}
          - {every: Tue-Thu, from: "19:00", to: "06:30", because: closed}
          - {from: 2026-08-03 18:00, to: 2026-08-21 06:30}
          - {from: 12-24 12:00, to: 01-02 06:30}
          - {from: before holiday 12:00, to: after holiday 06:30}
        never:
          - {date: 2026-09-20, because: election Sunday}
          - {days: election-sundays, because: an election}
          - {every: Sat, from: "08:00", to: "13:00"}
          - {from: 2027-03-01 00:00, to: 2027-03-06 00:00, because: budget week}
        exceptions:
          - {date: 2026-12-28, asleep: {from: "14:00", to: "06:00"}}
          - {date: 2026-12-29, awake: true}
        validity: {from: 2026-12-01, to: 2027-12-31}
        readyBy: {lead: PT30M, test: https://permits.example.de/health}
        floor: {hosts: 1, share: 20%, replicas: 1}
        overrides: {longest: P14D}
        reminder: {before: P30D}
        notice: P7D
        order:
          - {pools: [ahausen-office], workloads: {labels: {tier: web}}}
          - workloads: {labels: {tier: database}, tags: [night-off], names: ["db-*"]}
            ready: {test: tcp://db.example.de:5432}
            within: PT5M
        stagger: {atMost: 10, per: PT1M}
      """;

  static final String SEVERAL =
      POLICY
          .replace("tenant: ahausen", "tenants: [ahausen, bdorf]")
          .replace("test: https:", "test: [tcp://db.example.de:5432, https:")
          .replace("/health}", "/health]}");

  static final String FLEET =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: three-towns}
      spec:
        tenants: [{id: ahausen, name: Gemeinde Ahausen}]
        pools:
          - {id: ahausen-office, tenant: ahausen, namespaces: [ahausen-web], cluster: west}
          - {id: hosts, hostsPerHour: 4}
          - {id: halls, hypervisor: halle-a}
        clusters: [{name: west, credentials: west.kubeconfig}]
        controllers:
          - {name: bmc, kind: redfish, url: "https://bmc.example:8443", credentials: bmc-secret}
          - {name: boards, kind: ipmi, credentials: boards}
          - {name: segment, kind: wake-on-lan, broadcast: "10.1.2.255:9"}
          - {name: halle-a, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
        feeds: [{name: feed-a, wakesAtOnce: 20}]
        bootStorages: [{name: san-1, wakesAtOnce: 12}]
        racks: [{name: rack-1, feed: feed-a, bootStorage: san-1, wakesAtOnce: 8}]
        hosts:
          - uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b31
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
            node: metal-1
            guests:
              - uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b33
                name: vm-2
                pool: ahausen-office
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
      """;

  static final String CALENDAR =
      """
      apiVersion: feierabend.dev/v1
      kind: HolidayCalendar
      metadata: {name: our-days, edition: 2026-11-01, source: our council, licence: dl-de/by-2-0}
      spec:
        holidays:
          - day: easter+60
            name: Fronleichnam
            municipalities: ["16061", "16063011"]
            except: ["16061045"]
            years: {from: 2020, to: 2030}
          - {day: 10-31, name: Reformationstag, laender: [BW], years: {from: 2030}}
        lists:
          - name: bridge-days
            days:
              - {day: 2027-05-07, name: day after Ascension, laender: [BY, BW]}
              - day: 12-24
                name: Heiligabend
                municipalities: ["09162000", "097"]
                except: ["09761000"]
                years: {to: 2031}
      """;

  private FullDocuments() {}

  static List<String> of(Kind kind) {
    return switch (kind) {
      case SchedulePolicy -> List.of(POLICY, SEVERAL);
      case Fleet -> List.of(FLEET);
      case HolidayCalendar -> List.of(CALENDAR);
    };
  }
}
