package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/// Reads one revision of an event as the next.
public final class Revised extends SingleEventUpcaster {
  private final SimpleSerializedType from;
  private final SimpleSerializedType to;
  private final UnaryOperator<ObjectNode> change;

  /// @param event the event's name
  /// @param change makes the payload of revision `from` into one of the revision after it
  public Revised(String event, int from, UnaryOperator<ObjectNode> change) {
    this.from = new SimpleSerializedType(event, Integer.toString(from));
    this.to = new SimpleSerializedType(event, Integer.toString(from + 1));
    this.change = change;
  }

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(from);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(to, ObjectNode.class, change);
  }
}
