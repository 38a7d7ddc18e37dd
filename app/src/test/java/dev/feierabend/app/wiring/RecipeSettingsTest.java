package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeSettingsTest {
  @TempDir Path folder;

  @Test
  void kindsThatAreLeftOutAreNotAmongThem() {
    assertThat(RecipeSettings.read(List.of(), List.of("job", "daemonset")).names())
        .contains("deployment", "cronjob")
        .doesNotContain("job", "daemonset");
  }

  @Test
  void aNameThatIsNoRecipesIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> RecipeSettings.read(List.of(), List.of("deploiment")))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("deployment, job")
        .hasMessageEndingWith("but found \"deploiment\"");
  }

  @Test
  void aFaultyRecipeIsRefusedWithThePlaceOfItsFault() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), "kind: Recipe\n");

    assertThatThrownBy(() -> RecipeSettings.read(List.of(file), List.of()))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("shop.yaml:1:1: expected \"apiVersion\"");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> RecipeSettings.read(List.of(folder.resolve("none.yaml")), List.of()))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("none.yaml cannot be read");
  }
}
