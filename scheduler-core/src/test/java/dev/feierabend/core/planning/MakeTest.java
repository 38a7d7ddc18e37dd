package dev.feierabend.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.planning.Make.Change;
import dev.feierabend.core.planning.Make.Fact;
import dev.feierabend.core.planning.Make.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MakeTest {
  private static final Make BEFORE =
      Make.of(Map.of(Kind.MODEL, "R650", Kind.BIOS, "2.3", Kind.CONTROLLER, "7.00"));

  @Test
  void whatIsToldOtherwiseHasChangedAndWhatIsNotToldByBothHasNot() {
    Make now = Make.of(Map.of(Kind.MODEL, "R650", Kind.BIOS, "2.4", Kind.MEMORY, "512 GiB"));

    assertThat(BEFORE.changes(now)).containsExactly(new Change(Kind.BIOS, "2.3", "2.4"));
    assertThat(BEFORE.changes(Make.UNTOLD)).isEmpty();
    assertThat(Make.UNTOLD.changes(now)).isEmpty();
  }

  @Test
  void whatIsToldNowGoesBeforeWhatWasToldBefore() {
    Make now = Make.of(Map.of(Kind.BIOS, "2.4"));

    assertThat(now.or(BEFORE).text()).isEqualTo("R650, 2.4, 7.00");
    assertThat(now.or(Make.UNTOLD)).isEqualTo(now);
    assertThat(Make.UNTOLD.or(BEFORE)).isEqualTo(BEFORE);
  }

  @Test
  void aPrintTellsOneFromAnotherAndIsAlwaysTheSame() {
    assertThat(BEFORE.print()).hasSize(12).isEqualTo(BEFORE.or(BEFORE).print());
    assertThat(Make.of(Map.of(Kind.BIOS, "2.4")).or(BEFORE).print()).isNotEqualTo(BEFORE.print());
    assertThat(Make.of(Map.of(Kind.BIOS, "1")).print())
        .isNotEqualTo(Make.of(Map.of(Kind.MODEL, "1")).print());
  }

  @Test
  void whatIsToldIsOneShortLineAndWhatIsBlankIsNot() {
    Make make =
        Make.of(Map.of(Kind.MODEL, " Power\nEdge ", Kind.BIOS, " ", Kind.MEMORY, "x".repeat(300)));

    assertThat(make.facts())
        .containsExactly(
            new Fact(Kind.MODEL, "Power Edge"), new Fact(Kind.MEMORY, "x".repeat(100)));
  }

  @Test
  void oneFactOfAKindInTheirOrder() {
    var bios = new Fact(Kind.BIOS, "2.3");
    var model = new Fact(Kind.MODEL, "R650");

    assertThatThrownBy(() -> new Make(List.of(bios, bios)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Make(List.of(bios, model)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fact(Kind.BIOS, " ")).isInstanceOf(IllegalArgumentException.class);
  }
}
