package dev.feierabend.policies.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.feierabend.policies.almanac.AlmanacParser;

class HolidayCalendarFuzzTest {
  @FuzzTest(maxDuration = "", maxExecutions = Fuzzed.EXECUTIONS)
  void answers(byte[] bytes) {
    Fuzzed.answered(() -> AlmanacParser.parse("calendar.yaml", bytes));
  }
}
