package dev.feierabend.policies.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.feierabend.policies.fleet.FleetParser;

class FleetFuzzTest {
  @FuzzTest(maxDuration = "", maxExecutions = Fuzzed.EXECUTIONS)
  void answers(byte[] bytes) {
    Fuzzed.answered(() -> FleetParser.parse("fleet.yaml", bytes));
  }
}
