package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Hypervisors;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.ConflictText;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Whether a hypervisor is reached, shows what the fleet document names, lets us do what a night
/// needs, and leaves the deciding to us.
///
/// @param fleet all of it
record HypervisorExamination(
    Controller controller, Fleet fleet, Supplier<Hypervisors> hypervisors, Locale locale) {
  private static final String WHAT = "hypervisor";

  /// What a night needs. Maintenance is used where it is offered, and nothing is ever forced.
  private static final List<Capability> NEEDED =
      List.of(Capability.USAGE, Capability.MIGRATION, Capability.START, Capability.SHUT_DOWN);

  List<Finding> findings() {
    try {
      Hypervisors.Reached reached = hypervisors.get().of(controller, part());
      try {
        return switch (reached.hypervisor().look()) {
          case Sight.Seen(var inventory) -> findings(reached, inventory);
          case Sight.Unseen(var because, _) -> List.of(unseen(because));
        };
      } finally {
        reached.closing().run();
      }
    } catch (Outage outage) {
      return List.of(unseen(String.valueOf(outage.getMessage())));
    }
  }

  private Fleet part() {
    return fleet.in(Optional.of(name()));
  }

  private Finding unseen(String because) {
    String prefix = name() + ": ";
    String alone = because.startsWith(prefix) ? because.substring(prefix.length()) : because;
    return bad(say("hypervisor-unseen", alone));
  }

  private List<Finding> findings(Hypervisors.Reached reached, Inventory inventory) {
    var conflicts = new ConflictText(locale);
    return Stream.of(
            Stream.of(good(inventory)),
            missing(inventory),
            lacking(reached.hypervisor().capabilities()),
            reached.power().stream().flatMap(this::unswitchable),
            inventory.conflicts().stream()
                .map(conflict -> Finding.warning(WHAT, conflicts.of(conflict)).in(name())))
        .flatMap(found -> found)
        .toList();
  }

  private Finding good(Inventory inventory) {
    return new Finding(
            true, WHAT, say("hypervisor", inventory.hosts().size(), inventory.guests().size()))
        .in(name());
  }

  /// What the document names and the hypervisor doesn't show.
  private Stream<Finding> missing(Inventory inventory) {
    Stream<String> hosts =
        part().hosts().stream()
            .filter(host -> inventory.host(host.id()).isEmpty())
            .map(host -> "%s (%s)".formatted(host.name(), host.id()));
    Stream<String> guests =
        part().hosts().stream()
            .flatMap(host -> host.guests().stream())
            .filter(guest -> inventory.guest(guest.id()).isEmpty())
            .map(guest -> "%s (%s)".formatted(guest.name(), guest.id()));
    Stream<String> nodes =
        fleet.nodes().stream()
            .filter(node -> fleet.carrier(node).filter(name()::equals).isPresent())
            .filter(node -> inventory.guest(node.id()).isEmpty())
            .map(node -> "%s (%s)".formatted(node.name(), node.id()));
    return Stream.of(hosts, guests, nodes)
        .flatMap(it -> it)
        .map(it -> bad(say("hypervisor-without", it)));
  }

  private Stream<Finding> lacking(Set<Capability> capabilities) {
    return NEEDED.stream()
        .filter(needed -> !capabilities.contains(needed))
        .map(needed -> Finding.warning(WHAT, say("hypervisor-lacks-" + needed)).in(name()));
  }

  /// Hosts that the hypervisor should switch and can't.
  private Stream<Finding> unswitchable(PowerController power) {
    return part().hosts().stream()
        .filter(host -> host.control().map(Control::controller).filter(name()::equals).isPresent())
        .filter(host -> !switches(power.offer(host.id())))
        .map(Host::name)
        .map(host -> Finding.warning(WHAT, say("hypervisor-no-standby", host)).in(name()));
  }

  private static boolean switches(PowerOffer offer) {
    return offer.includes(PowerCapability.ON) && offer.includes(PowerCapability.SOFT_OFF);
  }

  private Finding bad(String sentence) {
    return new Finding(false, WHAT, sentence).in(name());
  }

  private String name() {
    return controller.name();
  }

  private String say(String key, Object... about) {
    return Phrases.ofCommands(locale).of(key, about);
  }
}
