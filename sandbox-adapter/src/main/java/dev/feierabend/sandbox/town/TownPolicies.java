package dev.feierabend.sandbox.town;

import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// What the three towns' customers propose. `pools` names at least one pool of the tenant.
final class TownPolicies {
  private static final String TOWN_HALL =
      """
        # Open from Monday to Friday; on Thursdays the council meets in the evening.
        asleep:
          - {from: Mon 19:00, to: Tue 06:30}
          - {from: Tue 19:00, to: Wed 06:30}
          - {from: Wed 19:00, to: Thu 06:30}
          - {from: Thu 22:00, to: Fri 06:30}
          - {from: Fri 16:00, to: Mon 06:30}
        readyBy: {lead: PT30M}
        floor: {hosts: 1}
      """;

  private static final String SCHOOL =
      """
        # Lessons and afternoon care; add holidays as exceptions by date.
        asleep:
          - {from: Mon 18:00, to: Tue 07:00}
          - {from: Tue 18:00, to: Wed 07:00}
          - {from: Wed 18:00, to: Thu 07:00}
          - {from: Thu 18:00, to: Fri 07:00}
          - {from: Fri 17:00, to: Mon 07:00}
        readyBy: {lead: PT45M}
        floor: {hosts: 0}
      """;

  private static final String NIGHT_BACKUP =
      """
        # Busy at night, idle by day; the weekend belongs to full backups and tests of restoring.
        asleep:
          - {from: Mon 07:00, to: Mon 19:00}
          - {from: Tue 07:00, to: Tue 19:00}
          - {from: Wed 07:00, to: Wed 19:00}
          - {from: Thu 07:00, to: Thu 19:00}
          - {from: Fri 07:00, to: Fri 19:00}
        readyBy: {lead: PT30M}
        floor: {hosts: 1}
      """;

  private TownPolicies() {}

  /// Office hours.
  static String townHall(String name, TenantId tenant, SortedSet<PoolId> pools) {
    return head(name, tenant, pools) + TOWN_HALL;
  }

  /// Lessons.
  static String school(String name, TenantId tenant, SortedSet<PoolId> pools) {
    return head(name, tenant, pools) + SCHOOL;
  }

  /// Backups that run at night.
  static String nightBackup(String name, TenantId tenant, SortedSet<PoolId> pools) {
    return head(name, tenant, pools) + NIGHT_BACKUP;
  }

  private static String head(String name, TenantId tenant, SortedSet<PoolId> pools) {
    String ids = pools.stream().map(pool -> "\"" + pool + "\"").collect(Collectors.joining(", "));
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: "%s", tenant: "%s"}
    spec:
      pools: [%s]
      zone: Europe/Berlin
    """
        .formatted(Words.NAME.parse().apply(name), tenant, ids);
  }
}
