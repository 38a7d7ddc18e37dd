package dev.feierabend.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.console.pages.Lines.Kind;
import dev.feierabend.console.pages.Lines.Line;
import dev.feierabend.console.pages.Lines.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void aChangedLineStandsBesideWhatItBecame() {
    assertThat(Lines.of("a\nb\nc\n", "a\nB\nc\n").rows())
        .containsExactly(
            new Row(new Line(1, "a"), new Line(1, "a"), Kind.SAME),
            new Row(new Line(2, "b"), new Line(2, "B"), Kind.CHANGED),
            new Row(new Line(3, "c"), new Line(3, "c"), Kind.SAME));
  }

  @Test
  void aLineOfOneTextAloneStandsBesideNothing() {
    assertThat(Lines.of("a\nb\n", "b\n\n").rows())
        .containsExactly(
            new Row(new Line(1, "a"), null, Kind.REMOVED),
            new Row(new Line(2, "b"), new Line(1, "b"), Kind.SAME),
            new Row(null, new Line(2, ""), Kind.ADDED));
  }

  @Test
  void oneLineThatBecameTwoIsChangedAndAdded() {
    assertThat(Lines.of("a\n", "b\nc\n").rows())
        .extracting(Row::kind)
        .containsExactly(Kind.CHANGED, Kind.ADDED);
  }

  @Test
  void aTextOfMoreThan500LinesIsNotCompared() {
    assertThat(Lines.of("a\n".repeat(500), "b\n".repeat(500)).rows()).hasSize(500);
    assertThat(Lines.of("a\n".repeat(501), "b\n")).isEqualTo(new Lines(List.of(), true));
  }
}
