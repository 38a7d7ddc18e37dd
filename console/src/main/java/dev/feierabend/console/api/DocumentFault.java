package dev.feierabend.console.api;

import dev.feierabend.policies.language.Fault;
import java.util.List;

/// Something wrong in a handed-in document, at its place (counted from 1).
record DocumentFault(int line, int column, String expected, String found) {
  static List<DocumentFault> of(List<Fault> faults) {
    return faults.stream()
        .map(f -> new DocumentFault(f.line(), f.column(), f.expected(), f.found()))
        .toList();
  }
}
