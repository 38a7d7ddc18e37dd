package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.client.Patience.Times;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/// How the requests are shared out that may be under way at one API server for what we do there:
/// most to those who wait for their answers, some to what goes on though nobody waits for it any
/// more. Of neither do hosts have more than a few, so that no workload waits for them.
public final class Requests implements Abreast {
  /// One for each share: what is waited for, and what goes on of workloads and of hosts.
  public static final int FEWEST = 3;

  /// A step of a host is up to three requests.
  private static final Times OF_HOSTS = new Times(Duration.ofSeconds(4), Duration.ofSeconds(5));

  /// More than are ever switched at once.
  private static final int MACHINES = 64;

  /// So many intents are recorded ahead of what is asked for by then that no lane waits for one.
  private static final int AHEAD = 4;

  private final Lanes lanes;
  private final Lanes ahead;
  private final Lanes hosts;
  private final Patience namespaces;
  private final Patience nodes;

  /// @param atOnce how many in all; of 64, 48 are waited for and 16 go on
  public Requests(int atOnce) {
    if (atOnce < FEWEST) {
      throw new IllegalArgumentException(
          "Expected at least %d requests at once but found %d".formatted(FEWEST, atOnce));
    }
    int ofHosts = Math.max(1, atOnce / 16);
    int ofWorkloads = Math.max(1, atOnce / 4 - ofHosts);
    int waitedFor = atOnce - ofHosts - ofWorkloads;
    lanes = new Lanes(waitedFor);
    ahead = new Lanes(AHEAD * waitedFor);
    hosts = new Lanes(Math.max(1, atOnce / 8));
    namespaces = new Patience(Times.USUAL, new Semaphore(ofWorkloads));
    nodes = new Patience(OF_HOSTS, new Semaphore(ofHosts));
  }

  /// Each namespace is a place.
  public Patience namespaces() {
    return namespaces;
  }

  /// The nodes of a cluster are one place.
  public Patience nodes() {
    return nodes;
  }

  /// Each machine's controller is a place.
  public static Patience machines() {
    return new Patience(Times.USUAL, new Semaphore(MACHINES));
  }

  @Override
  public void all(List<Work> works) {
    Lanes.abreast(works.stream().map(this::laned).toList());
  }

  /// A workload takes no lane while its intent is recorded. A machine's controller is no API
  /// server, and one that is to start waits for nothing.
  private Runnable laned(Work work) {
    return switch (work.step()) {
      case Step.OnWorkload _ -> ahead.within(work.caredFor(lanes.within(work.care()))::run);
      case Step.PowerOn _ -> work::run;
      case Step.OnHost _ -> hosts.within(lanes.within(work::run));
    };
  }
}
