package dev.feierabend.app.cli;

import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What people call machines that the journal knows by UUID, and each other, whom it knows by
/// pseudonym.
record Names(Map<String, String> byId) implements UnaryOperator<String> {

  static Names of(Beside journal) {
    var names = new HashMap<String, String>();
    journal.fleet().stream()
        .flatMap(known -> known.hosts().stream())
        .forEach(host -> add(host, names));
    journal.people().forEach((id, name) -> names.put(id, "%s (%s)".formatted(name, id)));
    return new Names(Map.copyOf(names));
  }

  private static void add(Host host, Map<String, String> names) {
    names.put(host.id().toString(), host.name());
    names.put("guest/" + host.id(), host.name());
    for (Guest guest : host.guests()) {
      names.put("guest/" + guest.id(), guest.name());
    }
  }

  @Override
  public String apply(String id) {
    return byId.getOrDefault(id, id);
  }
}
