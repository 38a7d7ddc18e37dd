package dev.feierabend.testservers;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/// MongoDB's own server, a replica set of one in a container. It comes from no package registry, so
/// it is had only where a Docker engine answers, beside what every run has.
public final class Mongod implements AutoCloseable {
  static final String IMAGE = "mongo:8.0.12";

  private final MongoDBContainer container;

  private Mongod(MongoDBContainer container) {
    this.container = container;
  }

  /// Starts one; empty, and said so, where no Docker engine answers.
  @SuppressWarnings("resource") // whoever starts it closes it, and Testcontainers if they don't
  public static Optional<Mongod> start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      RealServers.report("No Docker engine: mongod not run");
      return Optional.empty();
    }
    var container = new MongoDBContainer(IMAGE).withReplicaSet();
    container.start();
    RealServers.report("USED real server: mongod, " + IMAGE);
    return Optional.of(new Mongod(container));
  }

  /// `mongodb://host:port`, for a client that speaks to this member alone.
  public String uri() {
    return container.getConnectionString();
  }

  @Override
  public void close() {
    container.stop();
  }
}
