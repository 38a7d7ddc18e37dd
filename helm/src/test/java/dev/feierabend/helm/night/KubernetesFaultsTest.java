package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nights on a real control plane, behind a way on which anything may befall a request, in which
/// things go wrong at drawn instants. `-Dfaults=100 -Dseed=1` makes a campaign of it.
class KubernetesFaultsTest {
  private static final int FAULTS = Integer.getInteger("faults", 6);
  private static final long SEED = Long.getLong("seed", 20261127);

  /// So much later a town may be back because of another's fault, beside twice the time that it
  /// takes in a night without: no two nights on a busy machine are equally fast.
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
      Lived quiet = nights.live(Towns.Date.of(0), List.of());
      var summary = new Summary(chronicle, longest(quiet.delays()));
      summary.add(quiet);
      int night = 1;
      for (List<Fault> some : dealt(faults, random)) {
        System.out.printf("%s: %s%n", Towns.Date.of(night).evening(), some);
        summary.add(nights.live(Towns.Date.of(night), some));
        night++;
      }
      summary.tell(faults.size(), night - 1);
      assertThat(summary.violations).isEmpty();
    }
  }

  private static List<List<Fault>> dealt(List<Fault> faults, Random random) {
    var nights = new ArrayList<List<Fault>>();
    int next = 0;
    while (next < faults.size()) {
      int left = faults.size() - next;
      int until = next + (left <= MOST_A_NIGHT ? left : 3 + random.nextInt(MOST_A_NIGHT - 2));
      nights.add(faults.subList(next, until));
      next = until;
    }
    return nights;
  }

  private static Duration longest(Map<String, Duration> delays) {
    return delays.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /// What all nights came to.
  private static final class Summary {
    private final Chronicle chronicle;
    private final Duration undisturbed;
    private final List<String> violations = new ArrayList<>();
    private final Map<Fault.Kind, Integer> kinds = new TreeMap<>();
    private Duration worst = Duration.ZERO;
    private int wakes;

    Summary(Chronicle chronicle, Duration undisturbed) {
      this.chronicle = chronicle;
      this.undisturbed = undisturbed;
    }

    void add(Lived lived) {
      lived.faults().forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
      wakes += lived.after().size();
      Verdict.of(lived, chronicle).forEach(it -> violated(lived, it));
      lived
          .delays()
          .forEach((town, delay) -> {
            worst = worst.compareTo(delay) > 0 ? worst : delay;
            if (delay.compareTo(undisturbed.multipliedBy(2).plus(ANOTHERS_FAULT)) > 0) {
              violated(lived, "%s waited %s for others' faults".formatted(town, delay));
            }
          });
    }

    private void violated(Lived lived, String what) {
      System.out.println("VIOLATED " + what);
      violations.add("seed %d, night of %s: %s".formatted(SEED, lived.date().evening(), what));
    }

    void tell(int faults, int nights) {
      System.out.printf(
          "KubernetesFaultsTest: %d faults in %d nights, seed %d: %d violations; %d objects back as"
              + " they were; others' faults delayed a town's last wake to at most %d ms, without"
              + " any %d ms; %s%n",
          faults,
          nights,
          SEED,
          violations.size(),
          wakes,
          worst.toMillis(),
          undisturbed.toMillis(),
          kinds.entrySet().stream()
              .map(it -> it.getKey() + " " + it.getValue())
              .collect(Collectors.joining(", ")));
    }
  }
}
