package dev.feierabend.policies.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects what is wrong while a document is read, so that its author hears everything at once.
public final class Complaints {
  /// Looking for the nearest word takes a while; of a document with more slips than this, nobody
  /// reads the last.
  private static final int MOST_HINTS = 100;

  private final List<Complaint> all = new ArrayList<>();
  private int hints;

  public void add(Place at, String expected, String found) {
    all.add(new Complaint(at, expected, found));
  }

  /// With the word that was probably meant, if there is one; the search is left out once many were
  /// made, so that a document full of slips costs no more than its length.
  void add(Place at, String expected, String found, Supplier<Optional<String>> meant) {
    boolean search = hints++ < MOST_HINTS;
    add(at, expected, found + (search ? meant.get().map(Nearest::question).orElse("") : ""));
  }

  int count() {
    return all.size();
  }

  /// In the order of the document.
  public List<Complaint> inOrder() {
    return all.stream().distinct().sorted(Comparator.comparing(Complaint::at)).toList();
  }
}
