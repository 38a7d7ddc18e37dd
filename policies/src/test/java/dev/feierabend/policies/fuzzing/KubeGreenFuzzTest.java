package dev.feierabend.policies.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.feierabend.policies.imports.Scheduler;

class KubeGreenFuzzTest {
  @FuzzTest(maxDuration = "", maxExecutions = Fuzzed.EXECUTIONS)
  void answers(byte[] bytes) {
    Manifested.carriedOverOrFaulty(Scheduler.KUBE_GREEN, bytes);
  }
}
