package dev.feierabend.hypervisor.vsphere;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element and what is in it, as a tree: as much of XML as SOAP needs. Shown, it is but its
/// name, for what is in it may be a password.
///
/// @param attributes without namespaces, but for `xsi:type`
record Xml(String name, Map<String, String> attributes, String text, List<Xml> children) {
  static final String TYPE = "xsi:type";

  /// What stands for an element that isn't there.
  static final Xml NONE = new Xml("", Map.of(), "", List.of());

  Xml {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  static Xml of(String name, Object text) {
    return new Xml(name, Map.of(), text.toString(), List.of());
  }

  static Xml of(String name, Ref ref) {
    return new Xml(name, Map.of("type", ref.type()), ref.value(), List.of());
  }

  static Xml of(String name, List<Xml> children) {
    return new Xml(name, Map.of(), "", children);
  }

  /// The same as what the schema calls a derived type.
  Xml typed(String type) {
    return new Xml(name, Map.of(TYPE, type), text, children);
  }

  boolean isThere() {
    return !name.isEmpty();
  }

  /// The first of each name, one within the other; `NONE` where one is missing.
  Xml at(String... path) {
    Xml found = this;
    for (String step : path) {
      found = found.all(step).findFirst().orElse(NONE);
    }
    return found;
  }

  Stream<Xml> all(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  String textAt(String... path) {
    return at(path).text;
  }

  boolean trueAt(String... path) {
    return at(path).text.equals("true");
  }

  /// The object that it refers to, if it does.
  Optional<Ref> ref() {
    return Optional.ofNullable(attributes.get("type"))
        .filter(_ -> !text.isEmpty())
        .map(type -> new Ref(type, text));
  }

  @Override
  public String toString() {
    return "<" + name + ">";
  }
}
