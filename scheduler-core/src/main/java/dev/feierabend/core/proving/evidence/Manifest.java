package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.policies.language.Document;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a package holds, as its last member `manifest.json`. It isn't signed: it tells a slip of
/// the hand, the signed tree tells a forgery.
///
/// @param head the last commit of the history when the package was made
/// @param files every other member by name
/// @param check SHA-256 (hex) of this text while nothing stands here
record Manifest(
    String format, Scope scope, Head head, SortedMap<String, Member> files, String check) {
  static final String NAME = "manifest.json";
  static final String FORMAT = "feierabend.dev/evidence/v1";
  private static final ObjectMapper JSON =
      JournalMapper.create().enable(SerializationFeature.INDENT_OUTPUT);

  /// @param sha256 of the member's bytes, hex
  record Member(long size, String sha256) {}

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  static Manifest of(Scope scope, Head head, SortedMap<String, Member> files) {
    return new Manifest(FORMAT, scope, head, files, "").checked();
  }

  private Manifest checked() {
    String text = new Manifest(format, scope, head, files, "").toString();
    return new Manifest(format, scope, head, files, Document.of(text.getBytes(UTF_8)).digest());
  }

  /// False where a slip of the hand changed something in it.
  boolean holds() {
    return equals(checked());
  }

  /// @throws IllegalArgumentException where `text` is none, or of another version
  static Manifest parse(String text) {
    try {
      var manifest = JSON.readValue(text, Manifest.class);
      if (!manifest.format.equals(FORMAT)) {
        throw new IllegalArgumentException(
            "Expected a package of the form %s but found %s".formatted(FORMAT, manifest.format));
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Expected the list of an evidence package's files in %s but found something else"
              .formatted(NAME),
          e);
    }
  }

  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest is data", e);
    }
  }
}
