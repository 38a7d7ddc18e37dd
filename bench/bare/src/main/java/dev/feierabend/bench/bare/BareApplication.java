package dev.feierabend.bench.bare;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// A web server with health and an event store in memory, as small as Boot and Axon let it be.
@SpringBootApplication
public class BareApplication {
  public static void main(String[] args) {
    SpringApplication.run(BareApplication.class, args);
  }

  @Bean
  EventStorageEngine storage() {
    return new InMemoryEventStorageEngine();
  }
}
