package dev.feierabend.hypervisor.vsphere;

import java.util.stream.Stream;

/// What came back from a vCenter.
sealed interface Reply {
  /// @param result what the method gave
  record Said(Xml result) implements Reply {
    /// The values that the method returned.
    Stream<Xml> values() {
      return result.all("returnval");
    }

    Xml value() {
      return result.at("returnval");
    }
  }

  /// The method was refused, and did nothing.
  ///
  /// @param kind the fault's type, as `InvalidState`
  record Fault(String kind, String sentence) implements Reply {
    /// Of the elements that hold a fault: in an envelope, or in a task that failed.
    static Fault of(Xml holder, String sentence) {
      String typed = holder.attributes().getOrDefault(Xml.TYPE, "");
      String kind = typed.isEmpty() ? holder.name().replaceFirst("Fault$", "") : typed;
      String name = kind.replaceFirst("^.*:", "");
      return new Fault(name.matches("[A-Za-z]{1,80}") ? name : "Fault", sentence.strip());
    }

    String message() {
      return sentence.isEmpty() ? kind : "%s (%s)".formatted(sentence, kind);
    }
  }

  /// Nothing that makes sense, or nothing in time.
  record Silence(String because) implements Reply {}
}
