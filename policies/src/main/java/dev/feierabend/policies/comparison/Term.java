package dev.feierabend.policies.comparison;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One thing that two policies say differently, in the canonical policy's words; empty where one
/// says nothing about it.
public record Term(String key, String before, String after) {

  /// Both in canonical words, a line a thing that begins with what it is about.
  static List<Term> between(String older, String newer) {
    var before = new Lines(older);
    var after = new Lines(newer);
    var keys = new TreeSet<>(before.keys());
    keys.addAll(after.keys());
    return keys.stream()
        .map(key -> new Term(key, before.of(key), after.of(key)))
        .filter(term -> !term.before().equals(term.after()))
        .toList();
  }

  private record Lines(String text) {
    List<String> keys() {
      return text.lines().map(line -> line.split(" ", 2)[0]).toList();
    }

    String of(String key) {
      return text.lines()
          .filter(line -> line.startsWith(key + " "))
          .map(line -> line.substring(key.length() + 1))
          .collect(Collectors.joining("; "));
    }
  }
}
