package dev.feierabend.core.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a machine is made of and which firmware it runs, as far as its controller or its hypervisor
/// tells. A machine that was seen to wake is known to as long as this is the same.
///
/// @param facts one of a kind, in the order of the kinds
public record Make(List<Fact> facts) {
  /// Nobody tells anything.
  public static final Make UNTOLD = new Make(List.of());

  /// So many hexadecimal digits of a digest tell one make from another for people.
  private static final int PRINT = 12;

  private static final int LONGEST = 100;

  /// What is told of a machine.
  public enum Kind {
    MODEL,
    PROCESSORS,
    MEMORY,
    BIOS,
    /// The firmware of what switches it.
    CONTROLLER,
    /// The build of what runs its guests.
    HYPERVISOR
  }

  /// @param value as it is told, on one line
  public record Fact(Kind kind, String value) {
    public Fact {
      if (value.isBlank()) {
        throw new IllegalArgumentException("Expected something to be told of " + kind);
      }
    }
  }

  /// A fact that is told otherwise than before.
  public record Change(Kind kind, String before, String now) {}

  public Make {
    facts = List.copyOf(facts);
    for (int i = 1; i < facts.size(); i++) {
      if (facts.get(i - 1).kind().compareTo(facts.get(i).kind()) >= 0) {
        throw new IllegalArgumentException("Expected one fact of a kind, in order: " + facts);
      }
    }
  }

  /// What is blank isn't told, what is long is cut.
  public static Make of(Map<Kind, String> told) {
    var sorted = new TreeMap<>(told);
    sorted.replaceAll((_, value) -> onOneLine(value));
    sorted.values().removeIf(String::isEmpty);
    return made(sorted);
  }

  private static Make made(SortedMap<Kind, String> sorted) {
    return new Make(
        sorted.entrySet().stream().map(each -> new Fact(each.getKey(), each.getValue())).toList());
  }

  private static String onOneLine(String told) {
    String line = told.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /// The same, and what `other` tells besides.
  public Make or(Make other) {
    var sorted = new TreeMap<Kind, String>();
    other.facts.forEach(fact -> sorted.put(fact.kind(), fact.value()));
    facts.forEach(fact -> sorted.put(fact.kind(), fact.value()));
    return made(sorted);
  }

  /// Those facts alone of which `wanted` is true.
  public Make only(Predicate<Kind> wanted) {
    return new Make(facts.stream().filter(fact -> wanted.test(fact.kind())).toList());
  }

  /// What is told otherwise by `now`; of what isn't told by both nothing is known to have changed.
  public List<Change> changes(Make now) {
    return facts.stream()
        .flatMap(fact ->
            now
                .value(fact.kind())
                .filter(value -> !value.equals(fact.value()))
                .map(value -> new Change(fact.kind(), fact.value(), value))
                .stream())
        .toList();
  }

  private Optional<String> value(Kind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).map(Fact::value).findFirst();
  }

  /// A short digest: the first 12 digits of the SHA-256 (hex) of a line for each fact.
  public String print() {
    var digest = new TextDigest();
    facts.forEach(fact -> digest.add(fact.kind().name()).add("=").add(fact.value()).add("\n"));
    return digest.hex().substring(0, PRINT);
  }

  /// As its facts are told, in their order; empty where none is.
  public String text() {
    return facts.stream().map(Fact::value).collect(Collectors.joining(", "));
  }
}
