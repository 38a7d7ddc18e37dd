package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/// SHA-256 over everything a plan was decided from, in a fixed order. Records print their
/// components in order, so their text is canonical as long as no unsorted set or map is among them.
final class InputDigest {
  private final TextDigest digest = new TextDigest();

  private InputDigest() {}

  static String of(
      Snapshot fleet,
      SortedMap<WorkloadId, Sleeper> released,
      Demands demands,
      Guards guards,
      Instant at) {
    var inputs = new InputDigest();
    inputs.tell(fleet, released);
    var digest = inputs.digest.add("}\nDemands[peaks={");
    inputs.list(
        demands.peaks().entrySet(),
        peak -> digest.add(peak.getKey()).add("=").alike(peak.getValue()));
    inputs.tell(demands.resting());
    return digest.add("}]\n").add(guards.canonical()).add("\n").alike(at).hex();
  }

  /// Without what there isn't, as before it could be.
  private void tell(Resting resting) {
    if (!resting.isNone()) {
      digest.add("}, resting={");
      digest.add(resting.until()).add(", before=").add(resting.before());
    }
  }

  private void tell(SortedMap<WorkloadId, Placement> placements) {
    if (!placements.isEmpty()) {
      digest.add(", placements={");
      list(
          placements.entrySet(),
          entry -> digest.add(entry.getKey()).add("=").alike(entry.getValue()));
      digest.add("}");
    }
  }

  private void tell(Snapshot fleet, SortedMap<WorkloadId, Sleeper> released) {
    var text = new FleetText(digest);
    digest.add("Snapshot[at=").alike(fleet.at()).add(", hosts=[");
    list(fleet.hosts(), text::host);
    digest.add("], workloads=[");
    list(fleet.workloads(), text::workload);
    digest.add("]");
    tell(fleet.placements());
    digest.add("]\n{");
    list(released.entrySet(), entry -> text.released(entry.getKey(), entry.getValue()));
  }

  /// As a list prints them.
  private <T> void list(Collection<T> all, Consumer<T> each) {
    String before = "";
    for (T one : all) {
      digest.add(before);
      each.accept(one);
      before = ", ";
    }
  }

  /// Of the lines one by one: the whole would have to be copied, and wider where one line has an
  /// arrow in it.
  static String hex(List<String> lines) {
    var digest = new TextDigest().add(lines.getFirst());
    lines.subList(1, lines.size()).forEach(line -> digest.add("\n").add(line));
    return digest.hex();
  }
}
