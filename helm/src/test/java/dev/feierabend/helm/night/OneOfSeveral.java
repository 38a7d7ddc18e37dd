package dev.feierabend.helm.night;

import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.Leading;
import dev.feierabend.app.wiring.Lease;
import dev.feierabend.app.wiring.Shift;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.MongoTail;
import dev.feierabend.core.leading.LeaseClock;
import dev.feierabend.core.leading.Mandate;
import dev.feierabend.helm.Chart;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.leases.KubernetesLeadership;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Works while the chart's Lease says that it leads; who leads is asked by the real clocks,
/// wherever in the calendar the night is.
final class OneOfSeveral implements Replica {
  private static final Place LEASE =
      new Place(Chart.NAMESPACE, "feierabend", Duration.ofSeconds(6));

  private final KubernetesClient client;
  private final MongoTail tail;
  private final LeaseClock clock = SystemTime.leases(SystemTime.clock());
  private final Lease lease = new Lease(clock::holder);
  private final Memory memory;
  private @Nullable Leading leading;
  private @Nullable Shift shift;

  private OneOfSeveral(KubernetesClient client, MongoTail tail, Memory memory) {
    this.client = client;
    this.tail = tail;
    this.memory = memory;
  }

  static OneOfSeveral of(Path folder, Store store, Journal journal, Memory memory) {
    var client =
        KubernetesClients.of(Optional.of(Rehearsal.kubeconfig(folder)), "feierabend-lease/0.1.0");
    var database = ((MongoStore) store).database();
    var tail = MongoTail.follow(database, journal::follow, Duration.ofMillis(500));
    return new OneOfSeveral(client, tail, memory);
  }

  @Override
  public Mandate mandate() {
    return lease;
  }

  @Override
  public void work(Cadence cadence) {
    if (shift == null) {
      shift = new Shift(cadence, List.of(), List.of(), SystemTime.clock(), false);
      leading = new Leading(leadership(), shift, lease, LEASE.lease().dividedBy(3));
      leading.start();
    } else if (shift.isRunning()) {
      cadence.soon();
    }
  }

  private KubernetesLeadership leadership() {
    return new KubernetesLeadership(
        client, LEASE, UUID.randomUUID().toString(), clock, memory.night().actions()::highestTerm);
  }

  @Override
  public void close() {
    if (leading != null) {
      leading.stop();
    }
    tail.close();
    client.close();
  }
}
