package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
    String text =
        String.join(
            "\n",
            fleet.toString(),
            released.toString(),
            demands.toString(),
            guards.canonical().toString(),
            at.toString());
    return hex(text);
  }

  static String hex(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
