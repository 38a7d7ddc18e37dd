package dev.feierabend.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.house.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the chart ships is made from the very schema that editors get. `-Dgolden=write` writes it.
class DefinitionTest {
  private static final Path SHIPPED = Checkout.ROOT.resolve("helm/feierabend/files");

  @ParameterizedTest
  @ValueSource(strings = {"SchedulePolicy", "ScheduleOverride"})
  void theChartShipsWhatIsMadeFromTheSchema(String kind) throws IOException {
    Path file = SHIPPED.resolve(kind + ".yaml");
    String made = Schemas.definition(kind);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(SHIPPED);
      Files.writeString(file, made);
    }
    assertThat(file).content().isEqualTo(made);
  }
}
