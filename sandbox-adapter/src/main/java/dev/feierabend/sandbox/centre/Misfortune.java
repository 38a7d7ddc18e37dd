package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;

/// Faults by chance.
record Misfortune(Luck luck, double rate) implements Faults {
  private static final Call[] BAD = {Call.UNAVAILABLE, Call.HANGS, Call.LIES, Call.FAILS};

  Misfortune {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("Expected a rate of 0 to 1 but found " + rate);
    }
  }

  @Override
  public Call call(String verb, String subject, int count) {
    double drawn = luck.of("call", verb, subject, count);
    return drawn < rate ? BAD[(int) (drawn / rate * BAD.length)] : Call.FINE;
  }

  @Override
  public boolean bootHangs(MachineId host, Instant at) {
    return luck.of("boot", host, at) < rate / 10;
  }

  @Override
  public boolean moveFails(WorkloadId guest, Instant at) {
    return luck.of("move", guest, at) < rate;
  }

  @Override
  public boolean serviceFails(String service, Instant at) {
    return luck.of("answer", service, at) < rate;
  }
}
