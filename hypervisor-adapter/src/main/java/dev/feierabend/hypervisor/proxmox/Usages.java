package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import dev.feierabend.hypervisor.proxmox.Picture.SeenHost;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// How busy nodes and guests were, a request each, several at a time. Of a node that is away, and
/// of a guest that is off, nothing is recorded.
final class Usages {
  private static final int AT_ONCE = 8;

  private record Asked(String member, String path, String memory) {}

  private final Access access;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Usages(Access access) {
    this.access = access;
  }

  /// @param now by which it is chosen how fine the figures are
  /// @throws Outage where the cluster doesn't say
  List<Sample> between(Picture picture, Instant from, Instant to, Instant now) {
    String series = Figures.series(Duration.between(from, now));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Sample>>> samples =
          asked(picture).stream()
              .map(it -> threads.submit(() -> sample(it, series, from, to)))
              .toList();
      return samples.stream().flatMap(it -> finished(it).stream()).toList();
    }
  }

  private static Optional<Sample> finished(Future<Optional<Sample>> sample) {
    try {
      return sample.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while it was asked how busy hosts and guests were");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Outage outage) {
        throw outage;
      }
      throw new IllegalStateException(e);
    }
  }

  private static List<Asked> asked(Picture picture) {
    var asked = new ArrayList<Asked>();
    for (SeenHost host : picture.hosts().values()) {
      if (host.host().power() == Power.ON) {
        String path = "/nodes/%s/rrddata".formatted(host.node());
        asked.add(new Asked(host.host().id().toString(), path, "memused"));
      }
    }
    for (SeenGuest guest : picture.guests().values()) {
      if (guest.guest().power() == Power.ON) {
        String member = "guest/" + guest.guest().id();
        asked.add(new Asked(member, guest.place().path("/rrddata"), "mem"));
      }
    }
    return asked;
  }

  private Optional<Sample> sample(Asked asked, String series, Instant from, Instant to) {
    turns.acquireUninterruptibly();
    try {
      Reply reply =
          access.send(Request.get(asked.path(), Map.of("timeframe", series, "cf", "AVERAGE")));
      return switch (reply) {
        case Said(var figures) -> Figures.sample(asked.member(), figures, asked.memory(), from, to);
        case Silence _, Reply.NotLetIn _, Reply.Barred _ ->
            throw new Outage("How busy hosts and guests were can't be asked now");
        // One that may not be seen, or has moved meanwhile, is left out.
        case Reply.Fault _ -> Optional.empty();
      };
    } finally {
      turns.release();
    }
  }
}
