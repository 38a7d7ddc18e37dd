package dev.feierabend.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.bench.cluster.Audit.Request;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Instant DUE = Instant.parse("2026-11-27T15:00:00Z");

  @Test
  void writesAreCountedForEachDeploymentThatWasChanged() {
    var outcome =
        new Outcome(
            DUE,
            3,
            List.of(
                request("get", "deployments", "a", 200, 0),
                request("patch", "deployments", "a", 409, 1),
                request("patch", "deployments", "a", 200, 2),
                request("update", "deployments", "b", 200, 5),
                request("create", "secrets", "s", 201, 6),
                request("watch", "deployments", "", 200, 7)));

    assertThat(outcome.changed()).isEqualTo(2);
    assertThat(outcome.writesADeployment()).isEqualTo(1.5);
    assertThat(outcome.otherWrites()).isEqualTo(1);
    assertThat(outcome.reads()).isEqualTo(1);
    assertThat(outcome.seconds()).isEqualTo(3);
    assertThat(outcome.toFirst()).isEqualTo(2);
    assertThat(outcome.toLast()).isEqualTo(5);
  }

  @Test
  void whoChangedNothingHasNoTimes() {
    var outcome = new Outcome(DUE, 3, List.of(request("patch", "deployments", "a", 403, 1)));

    assertThat(outcome.changed()).isZero();
    assertThat(outcome.seconds()).isZero();
    assertThat(outcome.toFirst()).isNaN();
  }

  private static Request request(String verb, String resource, String name, int code, int seconds) {
    return new Request(verb, resource, "town-1", name, code, DUE.plusSeconds(seconds));
  }
}
