package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.app.store.MongoStore;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.MongoLeadership;
import dev.feierabend.core.journal.MongoTail;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.LeaseClock;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.leases.KubernetesLeadership;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is added where several replicas share a journal in MongoDB: each follows what the others
/// record, and one of them leads.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("feierabend.mongodb.uri")
class SharedStore {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofSeconds(15);

  @Bean
  MongoStore mongoStore(ServiceProperties properties) {
    try {
      // For spooled wakes and the public key, which stay on this replica.
      Files.createDirectories(properties.journal());
    } catch (IOException e) {
      throw new Outage(
          "The directory %s cannot be made; choose another".formatted(properties.journal()), e);
    }
    return requireNonNull(properties.mongodb()).store();
  }

  @Bean
  MongoTail mongoTail(MongoStore store, Journal journal) {
    return MongoTail.follow(store.database(), journal::follow, PAUSE);
  }

  @Bean
  LeaseClock leaseClock(InstantSource clock) {
    return SystemTime.leases(clock);
  }

  @Bean
  Lease lease(LeaseClock clock) {
    return new Lease(clock::holder);
  }

  /// By another user agent than the work's, of which each write is one effect.
  @Bean
  @ConditionalOnProperty("feierabend.mongodb.leader-lease")
  KubernetesClient leaseClient(ServiceProperties properties) {
    return KubernetesClients.of(
        Optional.ofNullable(properties.kubeconfig()), "feierabend-lease/" + Release.version());
  }

  @Bean
  Leadership leadership(
      ServiceProperties properties,
      MongoStore store,
      Optional<KubernetesClient> leaseClient,
      LeaseClock clock,
      Memory memory) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("feierabend");
    String replica = host + "-" + UUID.randomUUID();
    LongSupplier recorded = memory.night().actions()::highestTerm;
    return leaseClient
        .<Leadership>map(
            client -> new KubernetesLeadership(client, place(properties), replica, clock, recorded))
        .orElseGet(
            () -> new MongoLeadership(store.database(), replica, LEASE, clock::holder, recorded));
  }

  private static Place place(ServiceProperties properties) {
    try {
      return Place.of(requireNonNull(requireNonNull(properties.mongodb()).leaderLease()), LEASE);
    } catch (IllegalArgumentException e) {
      throw new Outage("feierabend.mongodb.leader-lease: " + e.getMessage(), e);
    }
  }

  @Bean
  Leading leading(Leadership leadership, Shift shift, Lease lease) {
    return new Leading(leadership, shift, lease, LEASE.dividedBy(3));
  }
}
