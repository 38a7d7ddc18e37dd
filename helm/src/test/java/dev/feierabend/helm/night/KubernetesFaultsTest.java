package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nights on a real control plane, behind a way on which anything may befall a request: one without
/// faults, whose service begins when the evening has begun; one in which nobody answers about one
/// town while all are woken; then some in which things go wrong at drawn instants.
///
/// `-Dfaults=100 -Dseed=1` makes a campaign of it.
class KubernetesFaultsTest {
  private static final int FAULTS = Integer.getInteger("faults", 3);
  private static final long SEED = Long.getLong("seed", 20261127);

  /// So much later than in the night without faults a town may be back because of another's.
  private static final Duration ANOTHERS_FAULT = Duration.ofSeconds(5);

  private static final Towns TOWNS = new Towns(5);
  private static final int MOST_A_NIGHT = 7;

  @TempDir Path folder;

  @Test
  void noFaultBreaksALawAndNoneDelaysAnotherTown() throws IOException {
    var random = new Random(SEED);
    List<Fault> faults = Fault.drawn(FAULTS, random);
    var chronicle = new Chronicle(FaultyNight.store(folder));
    chronicle.agree(Towns.NAMES, Towns::policy);
    try (var town = new Town(TOWNS, folder)) {
      var nights = new FaultyNight(town, new Mischief(town, random), folder);
      Lived quiet = nights.liveLate(Towns.Date.of(0));
      assertThat(quiet.stillAwake()).isEmpty();
      assertThat(quiet.delays()).containsOnlyKeys(Towns.NAMES);
      var summary = new Summary(chronicle, Collections.max(quiet.delays().values()));
      summary.add(quiet);
      for (List<Fault> some : dealt(faults, random)) {
        var date = Towns.Date.of(summary.nights);
        System.out.printf("%s: %s%n", date.evening(), some);
        summary.add(nights.live(date, some));
      }
      summary.tell();
      assertThat(summary.violations).isEmpty();
      assertThat(summary.othersDelays).as("delays for another town's fault").isPositive();
      assertThat(summary.sleeps).as("sleeps").isPositive();
      assertThat(summary.wakes).as("wakes").isPositive();
    }
  }

  /// The first night has one fault, of one town.
  private static List<List<Fault>> dealt(List<Fault> faults, Random random) {
    var nights = new ArrayList<List<Fault>>();
    nights.add(List.of(Fault.silence(Towns.NAMES.get(random.nextInt(Towns.NAMES.size())))));
    int next = 0;
    while (next < faults.size()) {
      int left = faults.size() - next;
      int until = next + (left <= MOST_A_NIGHT ? left : 3 + random.nextInt(MOST_A_NIGHT - 2));
      nights.add(faults.subList(next, until));
      next = until;
    }
    return nights;
  }

  /// What all nights came to.
  private static final class Summary {
    private final Chronicle chronicle;
    private final Duration undisturbed;
    private final List<String> violations = new ArrayList<>();
    private final Map<Fault.Kind, Integer> kinds = new TreeMap<>();
    private Duration worst = Duration.ZERO;
    private int nights;
    private int sleeps;
    private int wakes;
    private int othersDelays;

    Summary(Chronicle chronicle, Duration undisturbed) {
      this.chronicle = chronicle;
      this.undisturbed = undisturbed;
    }

    void add(Lived lived) {
      nights++;
      sleeps += lived.sleeps();
      wakes += lived.wakes();
      lived.faults().forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
      Verdict.of(lived, chronicle).forEach(it -> violated(lived, it));
      if (!lived.faults().isEmpty()) {
        lived.delays().forEach((town, delay) -> judge(lived, town, delay));
      }
    }

    private void judge(Lived lived, String town, Duration delay) {
      othersDelays++;
      worst = Collections.max(List.of(worst, delay));
      if (delay.compareTo(undisturbed.plus(ANOTHERS_FAULT)) > 0) {
        violated(lived, "%s waited %s for others' faults".formatted(town, delay));
      }
    }

    private void violated(Lived lived, String what) {
      System.out.println("VIOLATED " + what);
      violations.add("seed %d, night of %s: %s".formatted(SEED, lived.date().evening(), what));
    }

    void tell() {
      System.out.printf(
          "KubernetesFaultsTest: %d faults in %d nights, seed %d: %d violations; %d sleeps and %d"
              + " wakes; others' faults delayed %d last wakes of towns to at most %d ms, without"
              + " any it was %d ms; %s%n",
          kinds.values().stream().mapToInt(Integer::intValue).sum(),
          nights,
          SEED,
          violations.size(),
          sleeps,
          wakes,
          othersDelays,
          worst.toMillis(),
          undisturbed.toMillis(),
          kinds.entrySet().stream()
              .map(it -> it.getKey() + " " + it.getValue())
              .collect(Collectors.joining(", ")));
    }
  }
}
