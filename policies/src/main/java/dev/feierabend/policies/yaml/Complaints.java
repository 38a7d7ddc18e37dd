package dev.feierabend.policies.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Collects what is wrong while a document is read, so that its author hears everything at once: of
/// a document with more faults than anybody would read, those found first.
public final class Complaints {
  static final int MOST = 1_000;

  /// Looking for the nearest word takes a while; of a document with more slips than this, nobody
  /// reads the last.
  private static final int MOST_HINTS = 20;

  private final List<Complaint> all = new ArrayList<>();
  private int count;
  private int hints;

  public void add(Place at, String expected, String found) {
    count++;
    if (count <= MOST) {
      all.add(new Complaint(at, expected, found));
    }
  }

  /// With the word that was probably meant, if there is one; the search is left out once many were
  /// made, so that a document full of slips costs no more than its length.
  void add(Place at, String expected, String found, Supplier<Optional<String>> meant) {
    boolean search = hints++ < MOST_HINTS;
    add(at, expected, found + (search ? meant.get().map(Nearest::question).orElse("") : ""));
  }

  int count() {
    return count;
  }

  /// What is read of `all`: nothing more once there are more faults than are told.
  <T> Stream<T> untilFull(Collection<T> all) {
    return all.stream().takeWhile(_ -> !full());
  }

  private boolean full() {
    return count > MOST;
  }

  /// In the order of the document; the last one says so where there are more.
  public List<Complaint> inOrder() {
    Stream<Complaint> sorted = all.stream().distinct().sorted(Comparator.comparing(Complaint::at));
    return Stream.concat(sorted, full() ? Stream.of(tooMany()) : Stream.empty()).toList();
  }

  private Complaint tooMany() {
    return new Complaint(
        all.getLast().at(), "at most %d faults".formatted(MOST), "more, and read no further");
  }
}
