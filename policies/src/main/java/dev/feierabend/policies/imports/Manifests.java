package dev.feierabend.policies.imports;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.yaml.Complaint;
import dev.feierabend.policies.yaml.Complaints;
import dev.feierabend.policies.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;

/// Reads files of manifests: several documents a file, lists of manifests, kinds of all sorts.
final class Manifests {
  /// The dump of a whole cluster fits.
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private Manifests() {}

  /// Every manifest of every file, or every fault in them.
  static Parsed<List<Resource>> of(List<Input> inputs, Scheduler scheduler) {
    var resources = new ArrayList<Resource>();
    var faults = new ArrayList<Fault>();
    for (Input input : inputs) {
      var complaints = new Complaints();
      var shape = new ResourceShape(input.file(), scheduler);
      YamlText.readAll(input.bytes(), MOST_BYTES, shape, complaints).forEach(resources::addAll);
      complaints.inOrder().forEach(complaint -> faults.add(fault(input.file(), complaint)));
    }
    return faults.isEmpty() ? new Parsed.Valid<>(resources) : new Parsed.Invalid<>(faults);
  }

  private static Fault fault(String file, Complaint complaint) {
    return new Fault(
        file,
        complaint.at().line(),
        complaint.at().column(),
        complaint.expected(),
        complaint.found());
  }
}
