package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
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
    var digest = sha256();
    add(digest, "Snapshot[at=%s, hosts=[".formatted(fleet.at()));
    addAll(digest, fleet.hosts());
    add(digest, "], workloads=[");
    addAll(digest, fleet.workloads());
    add(digest, "]]\n{");
    addAll(digest, released.entrySet());
    add(digest, "}\nDemands[peaks={");
    addAll(digest, demands.peaks().entrySet());
    add(digest, "}]\n" + guards.canonical() + "\n" + at);
    return HexFormat.of().formatHex(digest.digest());
  }

  /// As a list prints them, one by one: the text of a large fleet is never there as a whole.
  private static void addAll(MessageDigest digest, Collection<?> all) {
    String before = "";
    for (Object one : all) {
      add(digest, before + one);
      before = ", ";
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Of the plans that were decided apart.
  static String of(List<PowerPlan> parts) {
    return hex(parts.stream().map(PowerPlan::inputs).toList());
  }

  /// Of the lines one by one: the whole would have to be copied, and wider where one line has an
  /// arrow in it.
  static String hex(List<String> lines) {
    var digest = sha256();
    add(digest, lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      add(digest, "\n");
      add(digest, line);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
