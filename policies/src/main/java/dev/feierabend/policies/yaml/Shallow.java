package dev.feierabend.policies.yaml;

import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/// Events of no more than so many levels. The composer descends by recursion; what is nested deeper
/// than any document of ours would exhaust its stack.
final class Shallow implements Parser {
  static final int DEEPEST = 32;

  private final Parser events;
  private int depth;

  Shallow(Parser events) {
    this.events = events;
  }

  /// One level more began at a place.
  static final class TooDeep extends YamlEngineException {
    private final transient Place at;

    private TooDeep(Place at) {
      super("Expected at most %d levels but found one more at %s".formatted(DEEPEST, at));
      this.at = at;
    }

    Place at() {
      return at;
    }
  }

  @Override
  public Event next() {
    Event event = events.next();
    depth += event instanceof CollectionStartEvent ? 1 : 0;
    depth -= event instanceof CollectionEndEvent ? 1 : 0;
    if (depth > DEEPEST) {
      throw new TooDeep(Place.of(event.getStartMark()));
    }
    return event;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return events.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return events.peekEvent();
  }
}
