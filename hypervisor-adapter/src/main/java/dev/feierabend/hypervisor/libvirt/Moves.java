package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.libvirt.Picture.SeenGuest;
import dev.feierabend.hypervisor.libvirt.Picture.SeenHost;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Guests' moves. libvirt's call lasts as long as the move does; it is kept in mind, and asked for
/// again it is followed instead of begun a second time. If this process ends in the middle, libvirt
/// breaks the move off, and the guest stays where it was.
final class Moves {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private record Moving(String what, CompletableFuture<List<Object>> outcome, Instant until) {}

  private final InstantSource clock;
  private final Map<MachineId, Moving> moving = new ConcurrentHashMap<>();

  Moves(InstantSource clock) {
    this.clock = clock;
  }

  Answer migrate(SeenGuest seen, SeenHost to) {
    Guest guest = seen.guest();
    String what = "move of %s to %s".formatted(guest.name(), to.host().name());
    Optional<Answer> earlier = earlier(guest.id(), what);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (guest.on().filter(to.host().id()::equals).isPresent()) {
      return Answer.DONE;
    }
    return obstacle(seen, to)
        .<Answer>map(because -> new Answer.Refused("%s: %s".formatted(what, because)))
        .orElseGet(() -> begin(seen, to, what));
  }

  private static Optional<String> obstacle(SeenGuest seen, SeenHost to) {
    if (seen.guest().pinned().isPresent()) {
      return seen.guest().pinned();
    }
    if (!to.host().inService()) {
      return Optional.of("the host isn't in service");
    }
    if (to.host().cluster().isEmpty()) {
      return Optional.of("these hosts move no guests");
    }
    if (seen.guest().power() == Power.UNKNOWN) {
      return Optional.of("nobody knows whether it runs");
    }
    long needed = seen.guest().power() == Power.OFF ? 0 : seen.guest().size().memoryMiB();
    long free = to.host().capacity().memoryMiB() - to.used();
    return needed > free
        ? Optional.of("it needs %d MiB and %d are free there".formatted(needed, free))
        : Optional.empty();
  }

  private Answer begin(SeenGuest seen, SeenHost to, String what) {
    MachineId id = seen.guest().id();
    boolean runs = seen.guest().power() == Power.ON;
    Line target = to.line();
    CompletableFuture<List<Object>> outcome =
        seen.line()
            .begin(virt -> {
              virt.migrate(id, runs, target.opened());
              return List.of();
            });
    moving.put(id, new Moving(what, outcome, clock.instant().plus(LONGEST)));
    return Answer.STILL_ASKED;
  }

  /// What is still to be said of a move that has begun: of this one, or that another is under way.
  Optional<Answer> earlier(MachineId guest, String what) {
    Moving it = moving.get(guest);
    if (it == null) {
      return Optional.empty();
    }
    if (!it.outcome().isDone()) {
      return Optional.of(underWay(it, what));
    }
    moving.remove(guest);
    return it.what().equals(what) && clock.instant().isBefore(it.until())
        ? failed(it)
        : Optional.empty();
  }

  private Answer underWay(Moving it, String what) {
    if (!it.what().equals(what)) {
      return new Answer.Unknown("%s: %s is still under way; ask again".formatted(what, it.what()));
    }
    return clock.instant().isBefore(it.until())
        ? Answer.STILL_ASKED
        : new Answer.Unknown(
            "%s: expected to be over by %s but it is still under way".formatted(what, it.until()));
  }

  /// Of one that went well, what is seen is enough.
  private static Optional<Answer> failed(Moving it) {
    try {
      List<Object> _ = it.outcome().join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(
          e.getCause() instanceof Trouble trouble
              ? trouble.answer(it.what())
              : new Answer.Unknown("%s: %s".formatted(it.what(), e.getCause())));
    }
  }
}
