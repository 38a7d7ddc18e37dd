package dev.feierabend.kubernetes.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.Abreast.Work;
import dev.feierabend.core.acting.Step;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InTurnsTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void eachNamespaceHasItsTurnBeforeAnyHasItsNext() {
    all(
        wake("office/a"),
        wake("office/b"),
        wake("office/c"),
        wake("school/a"),
        wake("school/b"),
        wake("museum/a"));

    assertThat(done)
        .containsExactly("office/a", "school/a", "museum/a", "office/b", "school/b", "office/c");
  }

  @Test
  void whatGivesBackHasItsTurnsFirst() {
    all(sleep("office/a"), sleep("school/a"), wake("museum/a"), wake("museum/b"));

    assertThat(done).containsExactly("museum/a", "museum/b", "office/a", "school/a");
  }

  private void all(Step.OnWorkload... steps) {
    new InTurns(Abreast.ONE_BY_ONE)
        .all(Stream.of(steps).map(step -> new Work(step, () -> note(step))).toList());
  }

  private void note(Step.OnWorkload step) {
    done.add(step.workload().value().replace("deployment/", ""));
  }

  private static Step.Wake wake(String name) {
    return new Step.Wake(new WorkloadId("deployment/" + name), 3, 0, Optional.empty());
  }

  private static Step.Sleep sleep(String name) {
    return new Step.Sleep(new WorkloadId("deployment/" + name), 0);
  }
}
