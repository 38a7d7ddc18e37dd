package dev.feierabend.policies.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// One YAML document from bytes. Size, depth and aliases are limited, for documents come from
/// strangers.
public final class YamlText {
  private static final int DEEPEST = 32;
  private static final int MOST_ALIASES = 50;

  private YamlText() {}

  /// What `shape` makes of the document; empty after a complaint.
  public static <T> Optional<T> read(
      byte[] bytes, int mostBytes, Shape<T> shape, Complaints complaints) {
    if (bytes.length > mostBytes) {
      complaints.add(Place.START, "at most %d bytes".formatted(mostBytes), bytes.length + " bytes");
      return Optional.empty();
    }
    return Utf8.decode(bytes, complaints)
        .flatMap(text -> compose(text, complaints))
        .flatMap(node -> shape.read(node, complaints));
  }

  private static Optional<Node> compose(String text, Complaints complaints) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    try {
      if (tooDeep(new Parse(settings).parseString(text), complaints)) {
        return Optional.empty();
      }
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        complaints.add(Place.START, "a YAML document", "nothing");
      }
      return node;
    } catch (MarkedYamlEngineException e) {
      Place at = Place.of(e.getProblemMark().or(e::getContextMark));
      complaints.add(at, "well-formed YAML", "a fault: " + e.getProblem());
    } catch (ReaderException e) {
      int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
      complaints.add(
          Place.after(text.substring(0, end)),
          "printable characters",
          "the character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      complaints.add(Place.START, "well-formed YAML", "a fault: " + e.getMessage());
    }
    return Optional.empty();
  }

  /// The composer descends by recursion; what is nested deeper than any document of ours would
  /// exhaust its stack.
  private static boolean tooDeep(Iterable<Event> events, Complaints complaints) {
    int depth = 0;
    for (Event event : events) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        complaints.add(
            Place.of(event.getStartMark()),
            "at most %d levels".formatted(DEEPEST),
            "one level more");
        return true;
      }
    }
    return false;
  }
}
