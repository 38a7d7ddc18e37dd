package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Complaint;

/// Something wrong in a document, for its author: where it stands (counted from 1), what should
/// stand there, with an example, and what does.
public record Fault(String file, int line, int column, String expected, String found) {

  static Fault of(String file, Complaint complaint) {
    return new Fault(
        file,
        complaint.at().line(),
        complaint.at().column(),
        complaint.expected(),
        complaint.found());
  }

  @Override
  public String toString() {
    return "%s:%d:%d: expected %s, found %s".formatted(file, line, column, expected, found);
  }
}
