package dev.feierabend.app.demo;

import dev.feierabend.app.demo.cluster.ClusterTowns;
import dev.feierabend.app.words.Phrases;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/// Holds a night on a cluster to what was promised, and says so.
///
/// @param before specifications by workload, as they were in the afternoon
record ClusterProof(PrintWriter out, Phrases phrases, Map<String, String> before) {
  private static final int SLEEP_AND_WAKE = 2;
  private static final String REPLICAS = "\"replicas\":\\d+";
  private static final String ONE = "\"replicas\":1";

  /// True where every workload that slept was written to once to sleep and at most once to wake.
  ///
  /// @param writes by workload
  boolean writes(Map<String, Long> writes) {
    boolean once =
        writes.keySet().equals(ClusterTowns.sleepers())
            && writes.values().stream().allMatch(count -> count <= SLEEP_AND_WAKE);
    long all = writes.values().stream().mapToLong(Long::longValue).sum();
    out.println(
        once
            ? phrases.of("writes", all, writes.size())
            : phrases.of("too-many-writes", writes.toString()));
    return once;
  }

  /// True where all but one are as they were.
  ///
  /// @param woken what a person woke in the night, which may have been changed by nobody since
  boolean restored(Map<String, String> after, String woken) {
    var changed = new TreeMap<>(after);
    changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    boolean left =
        changed.remove(woken, before.getOrDefault(woken, "").replaceFirst(REPLICAS, ONE))
            && after.keySet().equals(before.keySet());
    boolean good = left && changed.isEmpty();
    out.println(
        good
            ? phrases.of("restored", before.size() - 1, before.size(), woken)
            : phrases.of("not-restored", changed.keySet().toString()));
    return good;
  }
}
