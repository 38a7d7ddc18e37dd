package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import java.time.Instant;
import java.util.Set;

/// Takes one kind of document in. What it is told twice it does once.
///
/// Each method throws an `Outage` where the journal refuses; nothing is recorded then.
interface Desk {
  ResourceKind kind();

  /// Asks for what the document asks for, if that wasn't done, and answers its status.
  ObjectNode handle(Manifested document, Instant at);

  /// Takes back what a document asked for that is no longer there.
  void gone(Manifested.Name name, Instant at);

  /// The documents from which something is still asked for, as the journal has it.
  Set<Manifested.Name> open();
}
