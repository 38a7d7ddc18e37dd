package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WakeSpoolFileTest {
  private static final Instant AT = Instant.parse("2026-11-24T04:30:00Z");

  @TempDir Path directory;

  @Test
  void whatIsKeptOutlivesTheProcessUntilItIsDropped() {
    var intent = intent("deployment/rathaus/web");
    new WakeSpoolFile(file()).keep(intent);

    var next = new WakeSpoolFile(file());
    assertThat(next.kept()).containsExactly(intent);
    next.drop(intent.action());
    assertThat(file()).doesNotExist();
  }

  /// Written while the store was out, and read by the release that was installed meanwhile.
  @Test
  void whatTheReleaseBeforeKeptIsReadAsItsRevisionIs() throws IOException {
    Files.writeString(
        file(),
        """
        {"owner":"operator","action":"wake/deployment/rathaus/web@2026-11-24T04:30:00Z#1",\
        "step":{"type":"Wake","workload":"deployment/rathaus/web","replicas":3,"kept":0,"target":null},\
        "plan":"plan/2026-11-24T04:30:00Z","approvals":[],"restore":null,"readyBy":"2026-11-24T04:30:00Z",\
        "deadline":"2026-11-24T04:30:00Z","fencing":0,"spooled":true,"at":"2026-11-24T04:30:00Z"}
        """);

    assertThat(new WakeSpoolFile(file()).kept()).containsExactly(intent("deployment/rathaus/web"));
  }

  @Test
  void whereTheFileCannotBeWrittenTheWakeIsKeptInMemory() {
    var spool = new WakeSpoolFile(directory.resolve("missing").resolve("spool"));
    spool.keep(intent("deployment/rathaus/web"));

    assertThat(spool.kept()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadIsAnOutage() throws IOException {
    Files.writeString(file(), "{");

    assertThatThrownBy(() -> new WakeSpoolFile(file()))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("move the file away");
  }

  private Path file() {
    return directory.resolve("spooled-wakes.jsonl");
  }

  private static ActionIssued intent(String workload) {
    var step = new Step.Wake(new WorkloadId(workload), 3, 0, Optional.empty());
    return new ActionIssued(
        Owner.OPERATOR,
        new ActionId("wake/" + workload + "@" + AT + "#1"),
        step,
        "plan/" + AT,
        List.of(),
        Optional.empty(),
        Optional.of(AT),
        AT,
        0,
        true,
        AT);
  }
}
