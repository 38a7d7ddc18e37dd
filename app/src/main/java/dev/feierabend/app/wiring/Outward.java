package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.SecretFile;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// What settings say of others whom the service asks: whom it trusts, and who it is to them.
final class Outward {
  private Outward() {}

  /// @param setting what named the file
  /// @throws Outage where it holds no certificates
  static Optional<SSLContext> trust(@Nullable Path ca, String setting) {
    return Optional.ofNullable(ca).map(file -> trusting(file, setting));
  }

  private static SSLContext trusting(Path ca, String setting) {
    try (InputStream pem = Files.newInputStream(ca)) {
      return Trust.in(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage(
          "Expected certificates in PEM in %s but %s holds none that can be read"
              .formatted(setting, ca),
          e);
    }
  }

  /// @throws IllegalArgumentException where both are named
  static Badge badge(@Nullable Path tokenFile, @Nullable Path loginFile) {
    if (tokenFile != null && loginFile != null) {
      throw new IllegalArgumentException("Expected token-file or login-file but found both");
    }
    if (tokenFile != null) {
      return new Badge.Token(new SecretFile(tokenFile));
    }
    return loginFile == null ? new Badge.None() : new Badge.OfUser(new LoginFile(loginFile));
  }
}
