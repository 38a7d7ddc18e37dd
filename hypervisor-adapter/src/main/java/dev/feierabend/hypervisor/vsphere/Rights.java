package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.hosting.Capability;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the login may do, asked once a session of some hosts and guests, for rights are granted
/// where an operator thinks fit. What isn't granted on any of them is no capability; what is denied
/// on a single one is refused there.
final class Rights {
  private static final int SOME = 50;

  /// The privilege that each capability needs, as vSphere's reference has it. Usage needs no more
  /// than seeing.
  private static final Map<Capability, String> NEEDS =
      new EnumMap<>(
          Map.of(
              Capability.MIGRATION, "Resource.HotMigrate",
              Capability.MAINTENANCE, "Host.Config.Maintenance",
              Capability.START, "VirtualMachine.Interact.PowerOn",
              Capability.SHUT_DOWN, "VirtualMachine.Interact.PowerOff",
              Capability.SWITCH_OFF, "VirtualMachine.Interact.PowerOff"));

  private record Known(String session, Set<Capability> capabilities) {}

  private final Session session;
  private Optional<Known> known = Optional.empty();

  Rights(Session session) {
    this.session = session;
  }

  synchronized Set<Capability> in(Picture picture) {
    String key = session.key().orElse("");
    if (known.filter(it -> it.session().equals(key)).isEmpty()) {
      known = Optional.of(new Known(key, ask(picture, key)));
    }
    return known.map(Known::capabilities).orElse(Set.of());
  }

  /// One that doesn't say is taken to grant everything, and refuses what it doesn't.
  private Set<Capability> ask(Picture picture, String key) {
    var found = EnumSet.allOf(Capability.class);
    if (session.call(question(picture, key)) instanceof Said said) {
      Set<String> granted = granted(said);
      found.removeIf(it -> NEEDS.containsKey(it) && !granted.contains(NEEDS.get(it)));
    }
    if (picture.inventory().clusters().isEmpty()) {
      found.remove(Capability.MIGRATION);
    }
    return Collections.unmodifiableSet(found);
  }

  private static Request question(Picture picture, String key) {
    Stream<Ref> hosts = picture.hosts().values().stream().limit(SOME).map(Picture.SeenHost::ref);
    Stream<Ref> guests = picture.guests().values().stream().limit(SOME).map(Picture.SeenGuest::ref);
    List<Xml> arguments = new ArrayList<>();
    Stream.concat(hosts, guests).forEach(ref -> arguments.add(Xml.of("entity", ref)));
    arguments.add(Xml.of("sessionId", key));
    NEEDS.values().stream().distinct().forEach(it -> arguments.add(Xml.of("privId", it)));
    return Request.of(
        "HasPrivilegeOnEntities", "authorizationManager", arguments.toArray(Xml[]::new));
  }

  private static Set<String> granted(Said said) {
    return said.values()
        .flatMap(entity -> entity.all("privAvailability"))
        .filter(privilege -> privilege.trueAt("isGranted"))
        .map(privilege -> privilege.textAt("privId"))
        .collect(Collectors.toSet());
  }
}
