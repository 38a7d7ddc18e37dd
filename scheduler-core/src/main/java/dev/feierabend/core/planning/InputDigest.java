package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/// SHA-256 over everything a plan was decided from, in a fixed order. Records print their
/// components in order, so their text is canonical as long as no unsorted set or map is among them.
final class InputDigest {
  private InputDigest() {}

  static String of(
      Snapshot fleet,
      SortedMap<WorkloadId, Sleeper> released,
      Demands demands,
      Guards guards,
      Instant at) {
    return hex(
        List.of(
            text(fleet),
            released.toString(),
            demands.toString(),
            guards.canonical().toString(),
            at.toString()));
  }

  /// Of one place, as every plan is decided for one alone.
  private static String text(Snapshot fleet) {
    return "Snapshot[at=%s, hosts=%s, workloads=%s]"
        .formatted(fleet.at(), fleet.hosts(), fleet.workloads());
  }

  /// Of the plans that were decided apart.
  static String of(List<PowerPlan> parts) {
    return hex(parts.stream().map(PowerPlan::inputs).toList());
  }

  /// Of the lines one by one: the whole would have to be copied, and wider where one line has an
  /// arrow in it.
  static String hex(List<String> lines) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(lines.getFirst().getBytes(StandardCharsets.UTF_8));
      for (String line : lines.subList(1, lines.size())) {
        digest.update((byte) '\n');
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
