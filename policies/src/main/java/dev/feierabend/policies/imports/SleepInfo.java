package dev.feierabend.policies.imports;

import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a `SleepInfo` of kube-green says.
///
/// @param weekdays from 0, Sunday, to 6
record SleepInfo(
    BitSet weekdays,
    Times sleepAt,
    Optional<Times> wakeUpAt,
    Optional<ZoneId> zone,
    Suspends suspends,
    Refs refs,
    Optional<Place> patches) {

  /// Hours and minutes of a day, each with each.
  record Times(BitSet hours, BitSet minutes) {}

  record Suspends(boolean deployments, boolean statefulSets, Read<Boolean> cronJobs) {
    boolean nothingOfOurs() {
      return !deployments && !statefulSets;
    }

    boolean oneOfOurs() {
      return deployments != statefulSets;
    }
  }

  record Refs(List<Read<Ref>> exclude, List<Read<Ref>> include) {
    private static final int MOST = 100;

    /// All labels that a workload must carry to be included.
    SortedMap<String, String> included() {
      var labels = new TreeMap<String, String>();
      include.forEach(read -> labels.putAll(read.value().labels()));
      return labels;
    }

    /// Each keeps something awake by a policy of its own.
    boolean tooMany() {
      return exclude.stream().mapToInt(read -> Math.max(1, read.value().labels().size())).sum()
          > MOST;
    }

    /// True where two inclusions contradict each other, for all must hold.
    boolean selectsNothing() {
      SortedMap<String, String> all = included();
      return include.stream()
          .anyMatch(read -> !all.entrySet().containsAll(read.value().labels().entrySet()));
    }
  }

  /// A resource by kind and name, or several by labels; the other is empty.
  record Ref(String kind, String name, SortedMap<String, String> labels) {
    boolean isWorkload() {
      return kind.equals("Deployment") || kind.equals("StatefulSet");
    }
  }
}
