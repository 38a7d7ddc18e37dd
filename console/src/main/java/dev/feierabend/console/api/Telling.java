package dev.feierabend.console.api;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.core.reporting.HostWords;
import dev.feierabend.core.reporting.Sentences;
import dev.feierabend.core.reporting.StackWords;
import dev.feierabend.policies.evaluation.Because;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Tells what happened and why in the caller's language, with the fleet's names and its local time.
public final class Telling {
  private final ZoneId zone;
  private final Map<String, String> names = new HashMap<>();

  public Telling(Fleet fleet, ZoneId zone) {
    this.zone = zone;
    for (Host host : fleet.hosts()) {
      names.put(host.id().toString(), host.name());
      names.put("guest/" + host.id(), host.name());
      for (Guest guest : host.guests()) {
        names.put(guest.id().toString(), guest.name());
        names.put("guest/" + guest.id(), guest.name());
      }
    }
  }

  public ZoneId zone() {
    return zone;
  }

  Sentences sentences(Locale locale) {
    return new Sentences(locale, zone, this::name);
  }

  /// What people call a machine or workload; its id where it has no name.
  public String name(String subject) {
    return names.getOrDefault(subject, subject);
  }

  String because(Reason reason, Locale locale) {
    return HostWords.of(locale, zone, this::name).of(reason);
  }

  /// What stands on what, by host.
  Map<MachineId, String> layers(Stack stack, Locale locale) {
    return StackWords.of(locale, zone, this::name).of(stack);
  }

  String because(Because because, Locale locale) {
    return BecauseText.of(because, locale, zone);
  }
}
