package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.proxmox.Effects.Effect;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import dev.feierabend.hypervisor.proxmox.Picture.SeenHost;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Guests' starts and moves, as they are seen. Under HA the same call is handed to the HA manager.
final class Guests {
  private static final Duration MOVE = Duration.ofMinutes(30);
  private static final Duration START = Duration.ofMinutes(10);

  private final Effects effects;

  Guests(Effects effects) {
    this.effects = effects;
  }

  /// Its disks stay where they are. Proxmox VE takes more onto a node than it has memory for; here
  /// nothing goes where it finds no room.
  Answer migrate(SeenGuest seen, SeenHost to) {
    Guest guest = seen.guest();
    String what = "move of %s to %s".formatted(guest.name(), to.node());
    if (guest.on().filter(to.host().id()::equals).isPresent()) {
      return effects.already(seen, what);
    }
    return obstacle(seen, to)
        .<Answer>map(because -> new Answer.Refused("%s: %s".formatted(what, because)))
        .orElseGet(() -> unlessGivenUp(seen, new Effect(what, move(seen, to), MOVE)));
  }

  private static Request move(SeenGuest seen, SeenHost to) {
    String path = seen.place().path("/migrate");
    return seen.guest().power() == Power.ON
        ? Request.post(path, Map.of("target", to.node(), "online", "1"))
        : Request.post(path, Map.of("target", to.node()));
  }

  private static Optional<String> obstacle(SeenGuest seen, SeenHost to) {
    if (seen.guest().pinned().isPresent()) {
      return seen.guest().pinned();
    }
    if (!to.host().inService()) {
      return Optional.of("the host isn't in service");
    }
    if (to.host().cluster().isEmpty()) {
      return Optional.of("the host is in no cluster");
    }
    long needed = seen.guest().power() == Power.OFF ? 0 : seen.guest().size().memoryMiB();
    long free = to.host().capacity().memoryMiB() - to.used();
    return needed > free
        ? Optional.of("it needs %d MiB and %d are free there".formatted(needed, free))
        : Optional.empty();
  }

  Answer start(SeenGuest seen) {
    String what = "start of " + seen.guest().name();
    return switch (seen.guest().power()) {
      case ON -> effects.already(seen, what);
      case UNKNOWN -> outOfSight(seen);
      case OFF ->
          unlessGivenUp(
              seen,
              new Effect(what, Request.post(seen.place().path("/status/start"), Map.of()), START));
    };
  }

  /// What the HA manager has given up it does nothing with, whatever it is told.
  private Answer unlessGivenUp(SeenGuest seen, Effect effect) {
    return switch (seen.highlyAvailable()) {
      case "error" ->
          new Answer.Refused(
              "%s: the HA manager has given %s up (error); disable it there and enable it again"
                  .formatted(effect.what(), seen.place().service()));
      case "fence", "recovery" ->
          new Answer.NotYet(
              "%s: the HA manager is busy with %s (%s)"
                  .formatted(effect.what(), seen.place().service(), seen.highlyAvailable()));
      default -> effects.perform(seen, effect);
    };
  }

  static Answer outOfSight(SeenGuest seen) {
    return new Answer.Unknown(
        "Expected Proxmox VE to know whether %s is on but it doesn't"
            .formatted(seen.guest().name()));
  }
}
