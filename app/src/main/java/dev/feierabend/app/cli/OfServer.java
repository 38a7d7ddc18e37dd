package dev.feierabend.app.cli;

import dev.feierabend.app.office.Login;
import dev.feierabend.app.office.ServerOffice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// A running service, and who asks it. A password never stands on the command line, where every
/// other user of the machine can read it.
final class OfServer {
  private static final String PASSWORD = "FEIERABEND_PASSWORD";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Option(
      names = "--server",
      paramLabel = "URL",
      required = true,
      description = "A running service, for example https://feierabend.example.")
  URI url = URI.create("");

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "One of the service's users.")
  String user = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Whose first line is the password; by default it is in " + PASSWORD + ".")
  @Nullable Path passwordFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trusts the authorities of this PEM file instead of this Java's.")
  @Nullable Path authorities;

  ServerOffice.Address address(CommandSpec spec, Locale locale) {
    if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --server with an address such as https://feierabend.example but found \"%s\""
              .formatted(url));
    }
    return new ServerOffice.Address(
        URI.create(url.toString().replaceFirst("/+$", "")),
        new Login(user, password(spec)),
        Optional.ofNullable(authorities).map(Inputs::authorities),
        locale);
  }

  private String password(CommandSpec spec) {
    return Optional.ofNullable(passwordFile)
        .map(Inputs::firstLine)
        .or(() -> Optional.ofNullable(System.getenv(PASSWORD)))
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "Expected the password in --password-file FILE or in " + PASSWORD));
  }
}
