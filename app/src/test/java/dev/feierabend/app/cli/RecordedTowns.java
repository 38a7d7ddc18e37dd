package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Two towns that agreed in May, one by a forecast, and a host that was half busy for two hours of
/// a morning in May, for one hour in June, and all through July (in Berlin).
final class RecordedTowns {
  private static final Instant MAY = Instant.parse("2026-05-04T08:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-08T08:00:00Z");
  private static final Instant JULY = Instant.parse("2026-06-30T22:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-07-31T22:00:00Z");
  private static final String HOST = "00000000-0000-0000-0000-000000000001";

  private final Journal journal;

  private RecordedTowns(Journal journal) {
    this.journal = journal;
  }

  /// Leaves their journal and fleet in a directory.
  static void in(Path directory) throws IOException {
    Files.writeString(
        directory.resolve("fleet.yaml"),
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: two-towns}
        spec:
          tenants: [{id: ahausen, name: Ahausen}, {id: bdorf, name: Bdorf}]
          pools: [{id: machines}, {id: office, tenant: ahausen}, {id: school, tenant: bdorf}]
          controllers: [{name: play, kind: node-annotation}]
          hosts:
            - {uuid: %s, name: n1, pool: machines, cores: 10, memoryGiB: 16,
               watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
        """
            .formatted(HOST));
    try (var store = Store.of(directory.toString(), MongoLogin.NONE);
        var journal = Slices.journal(store.log(() -> MAY), () -> MAY, List.of())) {
      var towns = new RecordedTowns(journal);
      towns.agree("ahausen", "rathaus", "office", Optional.of(forecast()));
      towns.agree("bdorf", "schule", "school", Optional.empty());
      towns.hour(MAY);
      towns.hour(MAY.plus(Duration.ofHours(2)));
      towns.hour(JUNE);
      for (Instant hour = JULY; hour.isBefore(AUGUST); hour = hour.plus(Duration.ofHours(1))) {
        towns.hour(hour);
      }
    }
  }

  private static SavingForecast forecast() {
    return new SavingForecast(902.4, 20.2, 107, 671, new Risk(28, 2, 11));
  }

  private void agree(String tenant, String name, String pool, Optional<SavingForecast> forecast) {
    String document =
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: %s, tenant: %s}
        spec:
          pools: [%s]
          zone: Europe/Berlin
          asleep:
            - {from: Mon 20:00, to: Tue 06:00}
        """
            .formatted(name, tenant, pool);
    var agreement = AgreementId.of(new TenantId(tenant), name);
    String digest = Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
    send(new ProposePolicy(agreement, document, new ActorId("team-1"), MAY, forecast));
    send(new ApprovePolicy(agreement, digest, new ActorId("anna-1"), MAY));
  }

  private void hour(Instant from) {
    var sample = new Sample(HOST, 5, 5, 1024, Optional.empty());
    var load = new PoolLoad(new PoolId("machines"), 1, List.of(sample));
    send(new RecordUtilisation(Owner.OPERATOR, load, from, from.plus(Duration.ofHours(1))));
  }

  private void send(Command command) {
    assertThat(journal.send(command)).isInstanceOf(Decision.Accepted.class);
  }
}
