package dev.feierabend.console.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two texts side by side.
///
/// @param tooLong where one of them has so many lines that comparing them would hold up the page;
///   then there are no rows
public record Lines(List<Row> rows, boolean tooLong) {
  /// Comparing takes up to the square of this in steps, and in places of memory.
  private static final int MOST = 500;

  public Lines {
    rows = List.copyOf(rows);
  }

  /// What became of a line.
  public enum Kind {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
  }

  /// A line of one text, numbered from 1.
  public record Line(int number, String text) {}

  /// What stands side by side; one of the two may be missing.
  public record Row(@Nullable Line before, @Nullable Line after, Kind kind) {
    public String name() {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  static Lines of(String before, String after) {
    List<String> older = before.lines().toList();
    List<String> newer = after.lines().toList();
    if (Math.max(older.size(), newer.size()) > MOST) {
      return new Lines(List.of(), true);
    }
    var deltas = DiffUtils.diff(older, newer, true).getDeltas();
    return new Lines(deltas.stream().flatMap(Lines::rows).toList(), false);
  }

  private static Stream<Row> rows(AbstractDelta<String> delta) {
    int older = delta.getSource().size();
    int newer = delta.getTarget().size();
    return IntStream.range(0, Math.max(older, newer))
        .mapToObj(i ->
            new Row(
                i < older ? line(delta.getSource(), i) : null,
                i < newer ? line(delta.getTarget(), i) : null,
                kind(delta.getType(), i < older, i < newer)));
  }

  private static Line line(Chunk<String> chunk, int i) {
    return new Line(chunk.getPosition() + i + 1, chunk.getLines().get(i));
  }

  private static Kind kind(DeltaType type, boolean before, boolean after) {
    if (type == DeltaType.EQUAL) {
      return Kind.SAME;
    }
    return before && after ? Kind.CHANGED : before ? Kind.REMOVED : Kind.ADDED;
  }
}
