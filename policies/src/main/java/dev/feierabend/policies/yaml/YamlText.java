package dev.feierabend.policies.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// YAML documents from bytes. Size, depth and aliases are limited, for documents come from
/// strangers.
public final class YamlText {
  private static final int MOST_ALIASES = 50;

  private YamlText() {}

  /// What `shape` makes of the document; empty after a complaint.
  public static <T> Optional<T> read(
      byte[] bytes, int mostBytes, Shape<T> shape, Complaints complaints) {
    List<Node> nodes =
        compose(
            bytes, mostBytes, composer -> composer.getSingleNode().stream().toList(), complaints);
    if (nodes.isEmpty() && complaints.count() == 0) {
      complaints.add(Place.START, "a YAML document", "nothing");
    }
    return nodes.stream().findFirst().flatMap(node -> shape.read(node, complaints));
  }

  /// What `shape` makes of each document of a stream; empty documents are passed over.
  public static <T> List<T> readAll(
      byte[] bytes, int mostBytes, Shape<T> shape, Complaints complaints) {
    List<Node> nodes = compose(bytes, mostBytes, YamlText::every, complaints);
    return complaints
        .untilFull(nodes)
        .filter(node -> !node.getTag().equals(Tag.NULL))
        .flatMap(node -> shape.read(node, complaints).stream())
        .toList();
  }

  private static List<Node> every(Composer composer) {
    var nodes = new ArrayList<Node>();
    composer.forEachRemaining(nodes::add);
    return nodes;
  }

  private static List<Node> compose(
      byte[] bytes,
      int mostBytes,
      Function<Composer, List<Node>> documents,
      Complaints complaints) {
    if (bytes.length > mostBytes) {
      complaints.add(Place.START, "at most %d bytes".formatted(mostBytes), bytes.length + " bytes");
      return List.of();
    }
    return Utf8.decode(bytes, complaints)
        .map(text -> compose(text, documents, complaints))
        .orElseGet(List::of);
  }

  private static List<Node> compose(
      String text, Function<Composer, List<Node>> documents, Complaints complaints) {
    try {
      return documents.apply(composer(text));
    } catch (Shallow.TooDeep e) {
      complaints.add(e.at(), "at most %d levels".formatted(Shallow.DEEPEST), "one level more");
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

  /// The scanner takes the text at once: each time it asked for more, it would copy what it hasn't
  /// used yet, all of a long word, and it fails where its share ends amid a character of two
  /// halves.
  private static Composer composer(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(text.length() + 1)
            .build();
    var events = new ParserImpl(settings, new StreamReader(settings, text));
    return new Composer(settings, new Shallow(events));
  }
}
