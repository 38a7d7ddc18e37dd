package dev.feierabend.app.wiring;

import static java.util.Objects.requireNonNull;

import dev.feierabend.app.store.MongoStore;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.MongoLeadership;
import dev.feierabend.core.journal.MongoTail;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
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
  Lease lease(InstantSource clock) {
    return new Lease(clock);
  }

  @Bean
  Leading leading(MongoStore store, Shift shift, Lease lease, InstantSource clock, Memory memory) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("feierabend");
    var leadership =
        new MongoLeadership(
            store.database(),
            host + "-" + UUID.randomUUID(),
            LEASE,
            clock,
            memory.night().actions()::highestTerm);
    return new Leading(leadership, shift, lease, LEASE.dividedBy(3));
  }
}
