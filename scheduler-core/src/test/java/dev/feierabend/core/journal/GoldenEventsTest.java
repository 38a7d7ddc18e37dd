package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.naming.NamingEvent;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.planning.PlanningEvent;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.core.proving.Seal;
import dev.feierabend.core.reporting.closing.ReportingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was ever written can always be read. A file here never changes: an event that must be
/// written otherwise gets a new revision and an upcaster. `-Dgolden=write` writes files that are
/// missing.
class GoldenEventsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private final ObjectMapper mapper = JournalMapper.create();

  static List<Class<?>> events() {
    return Stream.of(
            ObservingEvent.class,
            AgreementEvent.class,
            ExceptionEvent.class,
            DeputyEvent.class,
            DrillEvent.class,
            NamingEvent.class,
            PlanningEvent.class,
            ActingEvent.class,
            ReportingEvent.class,
            ProvingEvent.class)
        .flatMap(slice -> SealedCases.of(slice).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventIsWrittenAsItAlwaysWas(Class<?> type) throws IOException {
    isGolden(type.getSimpleName(), ExampleOf.record(type), mapper.constructType(type));
  }

  static List<Class<?>> alternatives() {
    return List.of(Reason.class, Step.class, Seal.class);
  }

  @ParameterizedTest
  @MethodSource("alternatives")
  void everyAlternativeIsWrittenWithItsName(Class<?> type) throws IOException {
    var examples = SealedCases.of(type).stream().map(ExampleOf::record).toList();
    isGolden(
        type.getSimpleName(),
        examples,
        mapper.getTypeFactory().constructCollectionType(List.class, type));
  }

  private void isGolden(String name, Object example, JavaType type) throws IOException {
    var written = mapper.writerFor(type).withDefaultPrettyPrinter().writeValueAsString(example);
    var file = GOLDEN.resolve(name + ".json");
    if (!Files.exists(file) && "write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, written + "\n");
    }
    assertThat(written + "\n").isEqualTo(Files.readString(file));
    assertThat(mapper.<Object>readValue(Files.readString(file), type)).isEqualTo(example);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventWithAnUnknownPropertyIsRefused(Class<?> type) throws IOException {
    var more = Files.readString(GOLDEN.resolve(type.getSimpleName() + ".json")).stripTrailing();
    var text = more.substring(0, more.length() - 1) + ",\"surprise\":1}";
    assertThatThrownBy(() -> mapper.readValue(text, type))
        .isInstanceOf(UnrecognizedPropertyException.class);
  }
}
