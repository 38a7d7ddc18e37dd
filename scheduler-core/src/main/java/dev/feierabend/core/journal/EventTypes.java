package dev.feierabend.core.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/// The names events are kept under: the simple names of the records under sealed interfaces; and
/// how older revisions of them are read.
public final class EventTypes {
  /// The revision of every event that was never changed.
  private static final String FIRST = "1";

  private final Map<String, Class<?>> classes;
  private final EventUpcaster upcasters;

  private EventTypes(Map<String, Class<?>> classes, EventUpcaster upcasters) {
    this.classes = Map.copyOf(classes);
    this.upcasters = upcasters;
  }

  /// All records under `sealedInterfaces`, however deep.
  public static EventTypes of(Class<?>... sealedInterfaces) {
    var classes = new HashMap<String, Class<?>>();
    Arrays.stream(sealedInterfaces)
        .flatMap(type -> SealedCases.of(type).stream())
        .forEach(type -> {
          var other = classes.put(type.getSimpleName(), type);
          if (other != null && other != type) {
            throw new IllegalArgumentException(
                "Expected event names of their own but found %s and %s".formatted(other, type));
          }
        });
    return new EventTypes(classes, NoOpEventUpcaster.INSTANCE);
  }

  /// The same, with what makes events of older revisions into today's, oldest first.
  public EventTypes upcastBy(EventUpcaster... chain) {
    return new EventTypes(classes, new EventUpcasterChain(chain));
  }

  EventUpcaster upcasters() {
    return upcasters;
  }

  /// @throws CorruptJournal where no event has this name: written by a newer version
  public Class<?> classOf(String name) {
    var type = classes.get(name);
    if (type == null) {
      throw new CorruptJournal(
          "The journal holds a %s, which this version doesn't know; use the version that wrote it"
              .formatted(name));
    }
    return type;
  }

  public boolean knows(String name) {
    return classes.containsKey(name);
  }

  public String nameOf(Class<?> type) {
    if (classes.get(type.getSimpleName()) != type) {
      throw new IllegalArgumentException("Expected a registered event but found " + type);
    }
    return type.getSimpleName();
  }

  /// What the type's `@Revision` says; an event that was never changed has none.
  public String revisionOf(Class<?> type) {
    var revision = type.getAnnotation(Revision.class);
    return revision == null ? FIRST : revision.value();
  }
}
