package dev.feierabend.policies.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/// YAML documents from bytes. Size, depth and aliases are limited, for documents come from
/// strangers.
public final class YamlText {
  private static final int DEEPEST = 32;
  private static final int MOST_ALIASES = 50;
  private static final int LONGEST_LINE = 256 * 1024;

  private YamlText() {}

  /// What `shape` makes of the document; empty after a complaint.
  public static <T> Optional<T> read(
      byte[] bytes, int mostBytes, Shape<T> shape, Complaints complaints) {
    List<Node> nodes = compose(bytes, mostBytes, YamlText::one, complaints);
    if (nodes.isEmpty() && complaints.count() == 0) {
      complaints.add(Place.START, "a YAML document", "nothing");
    }
    return nodes.stream().findFirst().flatMap(node -> shape.read(node, complaints));
  }

  /// What `shape` makes of each document of a stream; empty documents are passed over.
  public static <T> List<T> readAll(
      byte[] bytes, int mostBytes, Shape<T> shape, Complaints complaints) {
    return compose(bytes, mostBytes, YamlText::every, complaints).stream()
        .filter(node -> !node.getTag().equals(Tag.NULL))
        .flatMap(node -> shape.read(node, complaints).stream())
        .toList();
  }

  private static List<Node> one(Compose composer, String text) {
    return composer.composeString(text).stream().toList();
  }

  private static List<Node> every(Compose composer, String text) {
    var nodes = new ArrayList<Node>();
    composer.composeAllFromString(text).forEach(nodes::add);
    return nodes;
  }

  private static List<Node> compose(
      byte[] bytes,
      int mostBytes,
      BiFunction<Compose, String, List<Node>> documents,
      Complaints complaints) {
    if (bytes.length > mostBytes) {
      complaints.add(Place.START, "at most %d bytes".formatted(mostBytes), bytes.length + " bytes");
      return List.of();
    }
    return Utf8.decode(bytes, complaints)
        .filter(text -> !lineTooLong(text, complaints))
        .map(text -> compose(text, documents, complaints))
        .orElseGet(List::of);
  }

  private static List<Node> compose(
      String text, BiFunction<Compose, String, List<Node>> documents, Complaints complaints) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    try {
      if (tooDeep(new Parse(settings).parseString(text), complaints)) {
        return List.of();
      }
      return documents.apply(new Compose(settings), text);
    } catch (MarkedYamlEngineException e) {
      Place at = Place.of(e.getProblemMark().or(e::getContextMark));
      complaints.add(at, "well-formed YAML", "a fault: " + e.getProblem());
    } catch (ReaderException e) {
      int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
      complaints.add(
          Place.after(text.substring(0, end)),
          "printable characters",
          "the character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException | IllegalArgumentException e) { // the latter of a tag like !%20
      complaints.add(Place.START, "well-formed YAML", "a fault: " + e.getMessage());
    }
    return List.of();
  }

  /// The scanner's cost grows with the square of a word's length.
  private static boolean lineTooLong(String text, Complaints complaints) {
    int line = 1;
    for (int from = 0; from < text.length(); line++) {
      int end = text.indexOf('\n', from);
      int length = (end < 0 ? text.length() : end) - from;
      if (length > LONGEST_LINE) {
        complaints.add(
            new Place(line, 1),
            "lines of at most %d characters".formatted(LONGEST_LINE),
            "one of " + length);
        return true;
      }
      from += length + 1;
    }
    return false;
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
