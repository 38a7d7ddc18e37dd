package dev.feierabend.core.reporting.energy;

/// Two hosts that two towns share.
public final class TwoTowns {
  public static final String FLEET =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: two-towns}
      spec:
        tenants: [{id: ahausen, name: Ahausen}, {id: bedorf, name: Bedorf}]
        pools:
          - {id: machines}
          - {id: ahausen-pool, tenant: ahausen}
          - {id: bedorf-pool, tenant: bedorf}
        controllers: [{name: play, kind: node-annotation}]
        hosts:
          - {uuid: 00000000-0000-0000-0000-000000000001, name: n1, pool: machines, cores: 10, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
          - {uuid: 00000000-0000-0000-0000-000000000002, name: n2, pool: machines, cores: 10, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
      """;

  private TwoTowns() {}
}
