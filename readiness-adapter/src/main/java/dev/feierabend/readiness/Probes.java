package dev.feierabend.readiness;

import dev.feierabend.core.acting.ReadinessPort;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Asks in threads of its own, so many at once, each target one question at a time, and remembers
/// what was said last. What hasn't passed is asked anew whenever somebody wants to know.
public final class Probes implements ReadinessPort {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;

  private record Said(Instant begun, Tested tested) {}

  private final Function<URI, Tested> probe;
  private final InstantSource clock;
  private final Map<URI, Said> said = new ConcurrentHashMap<>();
  private final Set<URI> underWay = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_ONCE);

  /// @param probe returns within a deadline, and doesn't throw
  Probes(Function<URI, Tested> probe, InstantSource clock) {
    this.probe = probe;
    this.clock = clock;
  }

  /// HTTP, HTTPS (trusting the authorities that this Java trusts) and TCP, five seconds each.
  public static Probes standard(InstantSource clock) {
    return new Probes(within(DEADLINE), clock);
  }

  static Function<URI, Tested> within(Duration deadline) {
    var web = new HttpProbe(deadline);
    var tcp = new TcpProbe(deadline);
    return target -> "tcp".equals(target.getScheme()) ? tcp.ask(target) : web.ask(target);
  }

  @Override
  public Tested ask(URI target, Instant since) {
    Tested known =
        Optional.ofNullable(said.get(target))
            .filter(last -> !last.begun().isBefore(since))
            .map(Said::tested)
            .orElse(Tested.PENDING);
    if (!(known instanceof Tested.Passed) && underWay.add(target)) {
      Thread.ofVirtual().name("readiness of " + target.getHost()).start(() -> begin(target));
    }
    return known;
  }

  private void begin(URI target) {
    places.acquireUninterruptibly();
    try {
      Instant begun = clock.instant();
      said.put(target, new Said(begun, probe.apply(target)));
    } finally {
      places.release();
      underWay.remove(target);
    }
  }
}
