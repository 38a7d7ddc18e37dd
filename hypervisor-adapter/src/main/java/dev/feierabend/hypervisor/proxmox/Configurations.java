package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Guests' configurations, of which each costs a request: asked for once, several at a time, and
/// again within the hour. Whatever is done with a guest reads its own anew.
final class Configurations {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final int AT_ONCE = 8;

  /// @param place where the guest was then; its configuration goes along with it
  private record Known(Place place, JsonNode configuration, Instant until) {}

  private final Access access;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  Configurations(Access access) {
    this.access = access;
  }

  /// Of those guests of which one is known, or was.
  Map<Place, JsonNode> of(List<Place> places, Instant at) {
    known.keySet().retainAll(places.stream().map(Place::number).toList());
    ask(places.stream().filter(place -> !isFresh(place, at)).toList(), at);
    var found = new HashMap<Place, JsonNode>();
    places.forEach(place -> kept(place).ifPresent(it -> found.put(place, it.configuration())));
    return found;
  }

  /// The next look asks for it again.
  void forget(Place place) {
    known.computeIfPresent(
        place.number(), (_, it) -> new Known(it.place(), it.configuration(), Instant.MIN));
  }

  private boolean isFresh(Place place, Instant at) {
    return kept(place).filter(it -> at.isBefore(it.until())).isPresent();
  }

  /// A number that has become another kind of guest is another guest.
  private Optional<Known> kept(Place place) {
    return Optional.ofNullable(known.get(place.number()))
        .filter(it -> it.place().kind() == place.kind());
  }

  private void ask(List<Place> places, Instant at) {
    if (places.isEmpty()) {
      return;
    }
    var turns = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Runnable>();
      places.forEach(place -> asked.add(() -> ask(place, at, turns)));
      asked.forEach(threads::execute);
    }
  }

  private void ask(Place place, Instant at, Semaphore turns) {
    turns.acquireUninterruptibly();
    try {
      if (access.send(Request.get(place.path("/config"))) instanceof Said(var configuration)
          && configuration.isObject()) {
        known.put(place.number(), new Known(place, configuration, at.plus(GOOD_FOR)));
      }
    } finally {
      turns.release();
    }
  }
}
