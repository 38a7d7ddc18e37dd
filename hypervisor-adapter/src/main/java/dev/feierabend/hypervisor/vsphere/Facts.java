package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.policies.terms.MachineId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One object's properties. What isn't told, or isn't what it should be, is empty or 0.
record Facts(Map<String, Xml> told) {
  Xml value(String property) {
    return told.getOrDefault(property, Xml.NONE);
  }

  String text(String property) {
    return value(property).text();
  }

  boolean yes(String property) {
    return text(property).equals("true");
  }

  long number(String property) {
    try {
      return Math.max(0, Long.parseLong(text(property)));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  Optional<Ref> ref(String property) {
    return value(property).ref();
  }

  Stream<Ref> refs(String property) {
    return value(property).all("ManagedObjectReference").flatMap(each -> each.ref().stream());
  }

  Optional<MachineId> id(String property) {
    try {
      return Optional.of(MachineId.of(text(property)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
