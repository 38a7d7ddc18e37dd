package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.templates.PolicyTemplate;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFeedTest {
  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void writeAPolicy() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("rathaus.yaml"),
            PolicyTemplate.named("town-hall")
                .of(
                    "rathaus",
                    new TenantId("ahausen"),
                    new TreeSet<>(Set.of(new PoolId("ahausen-office"))),
                    Land.BY));
  }

  @Test
  void theFileAndStandardOutputAreTheSameCalendar() throws IOException {
    Path file = folder.resolve("rathaus.ics");
    Typed written = feed(file.toString());
    Typed printed = feed("-");

    assertThat(written.exit()).as(written.err()).isZero();
    assertThat(written.out()).isEmpty();
    assertThat(printed.out())
        .isEqualTo(Files.readString(file))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART:20261019T170000Z", "SUMMARY:rathaus asleep");
  }

  @Test
  void whereNothingCanBeWrittenASentenceSaysSo() {
    Typed typed = feed(folder.resolve("nowhere/rathaus.ics").toString());

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("Expected a file that can be written");
  }

  private Typed feed(String target) {
    return Typed.of(
        "policy",
        "explain",
        policy,
        "--from",
        "2026-10-19",
        "--to",
        "2026-10-25",
        "--ical",
        target);
  }
}
