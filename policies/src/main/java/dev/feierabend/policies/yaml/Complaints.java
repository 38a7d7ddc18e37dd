package dev.feierabend.policies.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong while a document is read, so that its author hears everything at once.
public final class Complaints {
  private final List<Complaint> all = new ArrayList<>();

  public void add(Place at, String expected, String found) {
    all.add(new Complaint(at, expected, found));
  }

  int count() {
    return all.size();
  }

  /// In the order of the document.
  public List<Complaint> inOrder() {
    return all.stream().distinct().sorted(Comparator.comparing(Complaint::at)).toList();
  }
}
