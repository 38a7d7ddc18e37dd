package dev.feierabend.helm.night;

import java.util.List;

/// A policy by which office work sleeps every night from 20:00, and is ready again at 06:00, woken
/// half an hour before.
public final class OfficeHours {
  private OfficeHours() {}

  /// @param town whose it is
  /// @param pools all of them
  /// @param floor how many hosts stay on at least
  public static String policy(String town, List<String> pools, int floor) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: office, tenant: %s}
    spec:
      pools: [%s]
      workloads: {labels: {hours: office}}
      zone: Europe/Berlin
      asleep:
        - {from: Mon 20:00, to: Tue 06:00}
        - {from: Tue 20:00, to: Wed 06:00}
        - {from: Wed 20:00, to: Thu 06:00}
        - {from: Thu 20:00, to: Fri 06:00}
        - {from: Fri 20:00, to: Sat 06:00}
        - {from: Sat 20:00, to: Sun 06:00}
        - {from: Sun 20:00, to: Mon 06:00}
      readyBy: {lead: PT30M}
      floor: {hosts: %d}
    """
        .formatted(town, String.join(", ", pools), floor);
  }
}
