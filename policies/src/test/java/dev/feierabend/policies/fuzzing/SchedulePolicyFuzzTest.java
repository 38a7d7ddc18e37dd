package dev.feierabend.policies.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.feierabend.policies.language.SchedulePolicyParser;

class SchedulePolicyFuzzTest {
  @FuzzTest(maxDuration = "", maxExecutions = Fuzzed.EXECUTIONS)
  void answers(byte[] bytes) {
    Fuzzed.answered(() -> SchedulePolicyParser.parse("policy.yaml", bytes));
  }
}
