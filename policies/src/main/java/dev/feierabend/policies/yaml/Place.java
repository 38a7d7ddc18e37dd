package dev.feierabend.policies.yaml;

import java.util.Comparator;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// Where something stands in a document; line and column count from 1, as editors do.
public record Place(int line, int column) implements Comparable<Place> {
  public static final Place START = new Place(1, 1);

  static Place of(Node node) {
    return of(node.getStartMark());
  }

  static Place of(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
  }

  /// The place right after `text`.
  static Place after(String text) {
    int lines = (int) text.chars().filter(c -> c == '\n').count();
    int lastLine = text.lastIndexOf('\n') + 1;
    return new Place(lines + 1, text.codePointCount(lastLine, text.length()) + 1);
  }

  @Override
  public int compareTo(Place other) {
    return Comparator.comparingInt(Place::line)
        .thenComparingInt(Place::column)
        .compare(this, other);
  }
}
