package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.kubernetes.events.ClusterEvents;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes in what a cluster's documents ask for, and tells in Events what was done.
final class ClusterDuty implements Duty, AutoCloseable {
  /// @param home whether the fleet is in the cluster that the service runs in at all
  /// @param books where documents are taken in; empty: they are left alone
  record Setting(
      boolean home, Optional<ClusterDocuments.Books> books, ClusterEvents.Setting events) {}

  /// One turn of leading.
  private record Turn(Optional<ClusterDocuments> documents, ClusterEvents events)
      implements Consumer<JournalEvent> {
    @Override
    public void accept(JournalEvent event) {
      events.on(event);
      documents.ifPresent(it -> it.on(event));
    }
  }

  private final KubernetesClient client;
  private final Setting setting;
  private final Tidings tidings;
  private final Timetable timetable;
  private final InstantSource clock;
  private @Nullable Turn turn;

  ClusterDuty(
      KubernetesClient client,
      Setting setting,
      Tidings tidings,
      Timetable timetable,
      InstantSource clock) {
    this.client = client;
    this.setting = setting;
    this.tidings = tidings;
    this.timetable = timetable;
    this.clock = clock;
  }

  @Override
  public synchronized void begin() {
    var begun =
        new Turn(
            setting.books().map(books -> ClusterDocuments.start(client, books, timetable, clock)),
            new ClusterEvents(client, setting.events()));
    tidings.listen(begun);
    turn = begun;
  }

  @Override
  public synchronized void end() {
    if (turn != null) {
      tidings.leave(turn);
      turn.documents().ifPresent(ClusterDocuments::close);
      turn.events().close();
      turn = null;
    }
  }

  @Override
  public void close() {
    end();
    client.close();
  }
}
