package dev.feierabend.kubernetes.resources;

import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.List;

/// Both kinds of documents that a cluster may hold, while this replica leads.
public final class ClusterDocuments implements AutoCloseable {
  public static final List<ResourceKind> KINDS = List.of(PolicyDesk.KIND, OverrideDesk.KIND);

  /// What people ask, and where it is read.
  public record Books(Clerk clerk, Exceptions exceptions, PolicyReading reading) {
    private Tenants tenants() {
      return new Tenants(reading.fleet());
    }
  }

  private final Reception policies;
  private final Reception overrides;

  private ClusterDocuments(Reception policies, Reception overrides) {
    this.policies = policies;
    this.overrides = overrides;
  }

  /// Begins to watch; doesn't wait for the first sight.
  public static ClusterDocuments start(
      KubernetesClient client, Books books, Timetable timetable, InstantSource clock) {
    var policies = new PolicyDesk(books.clerk(), books.tenants(), books.reading());
    var overrides = new OverrideDesk(books.clerk(), books.exceptions(), books.tenants());
    var documents =
        new ClusterDocuments(
            new Reception(client, policies, timetable, clock),
            new Reception(client, overrides, timetable, clock));
    List.of(documents.policies, documents.overrides).forEach(Reception::start);
    return documents;
  }

  /// To be told what is recorded; returns at once.
  public void on(JournalEvent event) {
    switch (event) {
      case AgreementEvent _ -> policies.look();
      case ExceptionEvent _ -> overrides.look();
      default -> {}
    }
  }

  @Override
  public void close() {
    policies.close();
    overrides.close();
  }
}
