package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.testservers.PlantedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/// Whatever left the product, by the place where it was found.
final class Gathered {
  private static final int LONGEST = 400;

  private final SortedMap<String, String> texts = new TreeMap<>();

  void add(String place, String text) {
    texts.merge(place, text, String::concat);
  }

  /// What a command says, on both of its streams.
  Typed command(String place, Object... words) {
    Typed typed = Typed.of(words);
    add(place, typed.out() + typed.err());
    return typed;
  }

  /// The bytes of all files below, each as a character.
  void files(String place, Path folder) throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    add(place, all.toString());
  }

  void unzipped(String place, Path zip) throws IOException {
    var all = new StringBuilder();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), UTF_8));
      }
    }
    add(place, all.toString());
  }

  /// What was found at a place, at which something must have been.
  String at(String place) {
    String text = texts.get(place);
    if (text == null) {
      throw new AssertionError("Expected %s among %s".formatted(place, texts.keySet()));
    }
    return text;
  }

  List<String> placesTelling(String secret) {
    var planted = new PlantedSecret(secret);
    return texts.entrySet().stream()
        .filter(each -> planted.toldBy(each.getValue()).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whose secret is told where, and the line that tells it; empty where none is.
  ///
  /// @param secrets by whose they are
  SortedMap<String, String> told(Map<String, String> secrets) {
    var found = new TreeMap<String, String>();
    secrets.forEach((whose, secret) ->
        texts.forEach((place, text) ->
            new PlantedSecret(secret)
                .toldBy(text)
                .ifPresent(form -> found.put(whose + " in " + place, line(text, form)))));
    return found;
  }

  private static String line(String text, String form) {
    return text.lines()
        .filter(line -> line.contains(form))
        .findFirst()
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line)
        .orElse(form);
  }
}
