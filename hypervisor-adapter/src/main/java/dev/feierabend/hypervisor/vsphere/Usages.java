package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.hypervisor.vsphere.Counters.Series;
import dev.feierabend.hypervisor.vsphere.Picture.SeenGuest;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How busy hosts and guests were, from what hosts keep for an hour every twenty seconds
/// (`QueryPerf`), many of them a request.
final class Usages {
  private static final int A_REQUEST = 100;
  private static final double MEGA = 1e6;
  private static final int KIB_IN_MIB = 1024;

  /// @param hertz of one core of the host
  private record Asked(String member, double hertz) {}

  private final Session session;
  private final Counters counters;

  Usages(Session session) {
    this.session = session;
    this.counters = new Counters(session);
  }

  /// @throws Outage where the server doesn't say
  List<Sample> between(Picture picture, Instant from, Instant to) {
    return between(asked(picture), from, to);
  }

  /// What one host drew; empty where it measures nothing.
  Optional<Double> watts(Picture picture, SeenHost host, Instant from, Instant to) {
    var asked = asked(picture);
    asked.keySet().retainAll(Set.of(host.ref()));
    return between(asked, from, to).stream().flatMap(it -> it.watts().stream()).findFirst();
  }

  private List<Sample> between(Map<Ref, Asked> asked, Instant from, Instant to) {
    List<Sample> samples = new ArrayList<>();
    List<Ref> all = List.copyOf(asked.keySet());
    for (int at = 0; at < all.size(); at += A_REQUEST) {
      List<Ref> some = all.subList(at, Math.min(at + A_REQUEST, all.size()));
      Reply reply = session.call(counters.question(some, from, to));
      if (!(reply instanceof Said said)) {
        throw new Outage("How busy hosts and guests were can't be asked now");
      }
      said.values().flatMap(metric -> sample(metric, asked).stream()).forEach(samples::add);
    }
    return samples;
  }

  private static Map<Ref, Asked> asked(Picture picture) {
    var asked = new TreeMap<Ref, Asked>();
    for (SeenHost host : picture.hosts().values()) {
      asked.put(host.ref(), new Asked(host.host().id().toString(), host.hertz()));
    }
    for (SeenGuest guest : picture.guests().values()) {
      guest
          .guest()
          .on()
          .flatMap(picture::host)
          .ifPresent(host ->
              asked.put(guest.ref(), new Asked("guest/" + guest.guest().id(), host.hertz())));
    }
    return asked;
  }

  private Optional<Sample> sample(Xml metric, Map<Ref, Asked> asked) {
    Optional<Asked> whose =
        metric.at("entity").ref().flatMap(ref -> Optional.ofNullable(asked.get(ref)));
    Series cpu = counters.series(metric, Counters.CPU);
    Series memory = counters.series(metric, Counters.MEMORY);
    return whose
        .filter(it -> it.hertz() > 0 && !cpu.isEmpty() && !memory.isEmpty())
        .map(it ->
            new Sample(
                it.member(),
                cpu.mean() * MEGA / it.hertz(),
                cpu.peak() * MEGA / it.hertz(),
                (long) memory.mean() / KIB_IN_MIB,
                watts(counters.series(metric, Counters.POWER))));
  }

  /// A host that measures nothing says 0.
  private static Optional<Double> watts(Series power) {
    return power.isEmpty() || power.mean() <= 0 ? Optional.empty() : Optional.of(power.mean());
  }
}
