package dev.feierabend.app.store;

import com.mongodb.MongoCredential;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Who we are to MongoDB, and whom we trust: secrets come from files alone.
///
/// @param username with the file whose first line is its password (SCRAM)
/// @param authorities certificates in PEM that are trusted instead of this Java's
/// @param certificate ours and its secret key in one file, in PEM; without a username it is who we
///   are (X.509)
public record MongoLogin(
    Optional<String> username,
    Optional<Path> passwordFile,
    Optional<Path> authorities,
    Optional<Path> certificate) {
  public static final MongoLogin NONE =
      new MongoLogin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public MongoLogin {
    if (username.isPresent() != passwordFile.isPresent()) {
      throw new Outage(
          username.isPresent()
              ? "Expected a file with the password of MongoDB's user %s but none is named"
                  .formatted(username.orElseThrow())
              : "Expected a user of MongoDB beside the file of its password but none is named");
    }
  }

  /// Empty where the server asks nobody who they are.
  Optional<MongoCredential> credential() {
    return username
        .map(name -> MongoCredential.createCredential(name, "admin", password()))
        .or(() -> certificate.map(_ -> MongoCredential.createMongoX509Credential()));
  }

  private char[] password() {
    Path file = passwordFile.orElseThrow();
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(line -> !line.isEmpty())
          .orElseThrow(() -> new Outage("Expected a password in the first line of " + file))
          .toCharArray();
    } catch (IOException e) {
      throw new Outage("The password of MongoDB's user cannot be read from " + file, e);
    }
  }

  /// Empty where neither authorities nor a certificate are named.
  Optional<SSLContext> tls() {
    if (authorities.isEmpty() && certificate.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SslBundle.of(new PemSslStoreBundle(ours(), trusted())).createSslContext());
    } catch (RuntimeException e) {
      throw new Outage(
          "Expected certificates for MongoDB, in PEM, in %s: %s"
              .formatted(authorities.or(() -> certificate).orElseThrow(), e.getMessage()),
          e);
    }
  }

  private @Nullable PemSslStoreDetails ours() {
    return certificate
        .map(file -> file.toUri().toString())
        .map(file -> PemSslStoreDetails.forCertificate(file).withPrivateKey(file))
        .orElse(null);
  }

  private @Nullable PemSslStoreDetails trusted() {
    return authorities
        .map(file -> PemSslStoreDetails.forCertificate(file.toUri().toString()))
        .orElse(null);
  }
}
