package dev.feierabend.app.cli;

import dev.feierabend.app.store.MongoLogin;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Option;

/// Who we are to a MongoDB that is named. No secret stands on the command line.
final class OfMongo {
  @Option(names = "--mongodb-user", paramLabel = "NAME", description = "A user of MongoDB.")
  @Nullable String user;

  @Option(
      names = "--mongodb-password-file",
      paramLabel = "FILE",
      description = "Whose first line is that user's password.")
  @Nullable Path passwordFile;

  @Option(
      names = "--mongodb-ca",
      paramLabel = "FILE",
      description = "Trusts the authorities of this PEM file instead of this Java's.")
  @Nullable Path authorities;

  @Option(
      names = "--mongodb-certificate",
      paramLabel = "FILE",
      description = "Our certificate and its secret key, in PEM.")
  @Nullable Path certificate;

  MongoLogin login() {
    // The driver tells of every connection, on the stream of our answers.
    LoggingSystem.get(OfMongo.class.getClassLoader())
        .setLogLevel("org.mongodb.driver", LogLevel.WARN);
    return new MongoLogin(
        Optional.ofNullable(user),
        Optional.ofNullable(passwordFile),
        Optional.ofNullable(authorities),
        Optional.ofNullable(certificate));
  }
}
