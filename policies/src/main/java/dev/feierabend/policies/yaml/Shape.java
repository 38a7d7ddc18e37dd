package dev.feierabend.policies.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/// What may stand at a place in a document, and what it means.
public interface Shape<T> {
  /// What should stand there, with an example, as it continues "expected …".
  String expected();

  /// The meaning of `node`; empty after a complaint.
  Optional<T> read(Node node, Complaints complaints);

  default Read<T> at(Node node, Complaints complaints) {
    return new Read<>(Place.of(node), read(node, complaints));
  }
}
