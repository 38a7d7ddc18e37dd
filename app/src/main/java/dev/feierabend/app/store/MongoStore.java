package dev.feierabend.app.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.MongoCommitLog;
import dev.feierabend.core.journal.MongoHistory;
import dev.feierabend.core.journal.MongoSchema;
import dev.feierabend.core.journal.MongoSink;
import dev.feierabend.core.journal.SealedSink;
import dev.feierabend.core.journal.WatchedCommitLog;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A journal in MongoDB, connected to for as long as this is open.
public final class MongoStore implements Store {
  private static final String DATABASE = "feierabend";

  /// Longer than an election takes.
  private static final int SELECTION_SECONDS = 20;

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;

  private final MongoClient client;
  private final MongoDatabase database;

  private MongoStore(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.database = database;
  }

  static boolean isNamed(String name) {
    return name.startsWith("mongodb://") || name.startsWith("mongodb+srv://");
  }

  /// Doesn't connect yet.
  ///
  /// @param uri with the database (`feierabend` where it names none) and options, without secrets
  /// @throws Outage where the URI or the files of the login are none
  public static MongoStore of(String uri, MongoLogin login) {
    var address = address(uri);
    var settings =
        MongoClientSettings.builder()
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .applicationName("feierabend")
            .applyConnectionString(address);
    login.credential().ifPresent(settings::credential);
    login
        .tls()
        .ifPresent(tls -> settings.applyToSslSettings(ssl -> ssl.enabled(true).context(tls)));
    var client = MongoClients.create(settings.build());
    return new MongoStore(
        client, client.getDatabase(Optional.ofNullable(address.getDatabase()).orElse(DATABASE)));
  }

  private static ConnectionString address(String uri) {
    ConnectionString address;
    try {
      address = new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      // Neither the URI nor the driver's words: there may be a password in them.
      throw new Outage(
          "Expected a URI such as mongodb://host1,host2/feierabend?replicaSet=rs0 but found one that can't be read");
    }
    if (address.getUsername() != null || address.getCredential() != null) {
      throw new Outage(
          "Expected no user and no password in the URI of MongoDB, which others can read; name the user beside it, and the file of its password");
    }
    return address;
  }

  public MongoDatabase database() {
    return database;
  }

  @Override
  public CommitLog log(InstantSource clock) {
    return MongoCommitLog.of(database, clock);
  }

  @Override
  public SealedSink sink() {
    return MongoSink.of(database);
  }

  @Override
  public MongoHistory history() {
    return MongoHistory.in(database);
  }

  @Override
  public Verification verify(Optional<PublicKey> key, Optional<Path> beside) {
    return verify(key, beside, UnaryOperator.identity());
  }

  @Override
  public Verification verify(
      Optional<PublicKey> key, Optional<Path> beside, UnaryOperator<Commit> filling) {
    try (var history = history()) {
      return new MongoVerifier(history, key, filling)
          .against(beside.flatMap(WatchedCommitLog::kept));
    }
  }

  public MongoSchema schema() {
    return MongoSchema.in(database);
  }

  @Override
  public void close() {
    client.close();
  }
}
