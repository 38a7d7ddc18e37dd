package dev.feierabend.app.cli;

import dev.feierabend.app.office.Trust;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Files that people name.
final class Inputs {
  private Inputs() {}

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Unreadable("Expected a file but found none: " + file, e);
    } catch (IOException e) {
      throw new Unreadable(
          "Expected a file that can be read but found %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  static PublicKey publicKey(Path file) {
    try {
      return CheckpointKey.of(text(file));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// What people keep for themselves: the first line alone, however the file ends.
  static String firstLine(Path file) {
    return text(file)
        .lines()
        .findFirst()
        .orElseThrow(() -> new Unreadable("Expected a line of text but found none in " + file));
  }

  static SSLContext authorities(Path file) {
    try {
      return Trust.in(new ByteArrayInputStream(bytes(file)));
    } catch (GeneralSecurityException | IOException e) {
      throw new Unreadable(
          "Expected certificates in PEM but found %s in %s".formatted(e.getMessage(), file), e);
    }
  }

  /// Names by pseudonym.
  static Map<String, String> people(ActorsFile file) {
    var names = new TreeMap<String, String>();
    try {
      file.unbound().forEach((actor, name) -> names.put(actor.value(), name));
      file.all().forEach((actor, known) -> names.put(actor.value(), known.name()));
      return names;
    } catch (IllegalArgumentException e) {
      throw new Unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static Fleet fleet(Path file) {
    return valid(FleetParser.parse(file.toString(), bytes(file)));
  }

  /// The document, or every fault in it as one sentence a line.
  static <T> T valid(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Valid<T>(var value) -> value;
      case Parsed.Invalid<T>(var faults) ->
          throw new Unreadable(
              faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }
}
