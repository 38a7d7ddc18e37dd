package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnPlaceTest {
  @Test
  void theStoresHostsAreThoseOfItsAddress() {
    assertThat(
            OwnPlace.hosts(
                "mongodb://mongo-0.mongo.data.svc:27017,mongo-1.mongo.data.svc/x?replicaSet=rs"))
        .containsExactlyInAnyOrder("mongo-0.mongo.data.svc", "mongo-1.mongo.data.svc");
  }
}
