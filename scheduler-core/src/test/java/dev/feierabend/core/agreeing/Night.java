package dev.feierabend.core.agreeing;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The small world of the model check: two customers, three people, four evenings, in each of which
/// all documents let everything sleep as far as their validity goes.
final class Night {
  static final int DAYS = 4;
  static final List<TenantId> TENANTS = List.of(new TenantId("ahausen"), new TenantId("bdorf"));
  static final List<ActorId> ACTORS =
      List.of(new ActorId("ada"), new ActorId("ben"), new ActorId("eva"));

  /// Valid on the first two evenings; its reminder is due on the second.
  static final String SHORT = document("validity: {to: 2026-11-24}");

  /// Valid from the second evening on.
  static final String LATER = document("validity: {from: 2026-11-24}");

  /// Valid on the second and third evening, and in force from the evening after its approval on.
  static final String NOTICED =
      document("validity: {from: 2026-11-24, to: 2026-11-25}\n  notice: P1D");

  static final List<String> DOCUMENTS = List.of(SHORT, NOTICED);
  static final List<String> DIGESTS = DOCUMENTS.stream().map(Night::digest).toList();

  private static final Instant FIRST = Instant.parse("2026-11-23T19:30:00Z");

  private Night() {}

  static Instant at(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  /// The test's own reading of the two documents.
  static boolean valid(String digest, int day) {
    return digest.equals(DIGESTS.getFirst()) ? day <= 1 : day == 1 || day == 2;
  }

  /// The first evening on which an approval given on `day` counts.
  static int counts(String digest, int day) {
    return digest.equals(DIGESTS.getFirst()) ? day : day + 1;
  }

  static int day(Instant at) {
    return (int) Duration.between(FIRST, at).toDays();
  }

  static AgreementId agreement(TenantId tenant) {
    return AgreementId.of(tenant, "gemeinsam");
  }

  static String digest(String document) {
    return Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
  }

  static List<Workload> workloads() {
    return TENANTS.stream().map(Night::workload).toList();
  }

  static PoolId pool(TenantId tenant) {
    return new PoolId(tenant + "-office");
  }

  private static Workload workload(TenantId tenant) {
    return new Workload(
        new WorkloadId("guest/" + tenant),
        "guest",
        pool(tenant),
        tenant,
        new Resources(2, 1024),
        1,
        1,
        List.of(),
        Mobility.MIGRATED,
        Map.of(),
        Optional.empty(),
        at(0));
  }

  private static String document(String validity) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: gemeinsam, tenants: [ahausen, bdorf]}
    spec:
      pools: [ahausen-office, bdorf-office]
      zone: Europe/Berlin
      asleep:
        - {every: Mon-Thu, from: "20:00", to: "06:00"}
      readyBy: {lead: PT30M}
      reminder: {before: P1D}
      %s
    """
        .formatted(validity);
  }
}
