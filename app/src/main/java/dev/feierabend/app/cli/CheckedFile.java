package dev.feierabend.app.cli;

import dev.feierabend.policies.language.Fault;
import java.util.List;

/// A document that was checked, as `policy check --json` tells it.
record CheckedFile(String file, List<Fault> faults) {
  boolean good() {
    return faults.isEmpty();
  }
}
