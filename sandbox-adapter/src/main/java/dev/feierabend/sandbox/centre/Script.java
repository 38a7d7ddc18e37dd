package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;

/// Faults that are foreseen one by one.
record Script(List<Trouble> troubles) implements Faults {
  Script {
    troubles = List.copyOf(troubles);
  }

  @Override
  public Call call(String verb, String subject, int count) {
    return troubles.stream()
        .filter(Trouble.Ends.class::isInstance)
        .map(Trouble.Ends.class::cast)
        .filter(ends -> ends.verb().equals(verb) && ends.subject().equals(subject))
        .filter(ends -> ends.count() == count)
        .map(Trouble.Ends::call)
        .findFirst()
        .orElse(Call.FINE);
  }

  @Override
  public boolean bootHangs(MachineId host, Instant at) {
    return troubles.stream()
        .anyMatch(trouble ->
            trouble instanceof Trouble.DoesNotWake(var which, var from, var until)
                && which.equals(host)
                && within(at, from, until));
  }

  @Override
  public boolean moveFails(WorkloadId guest, Instant at) {
    return troubles.stream()
        .anyMatch(trouble ->
            trouble instanceof Trouble.CannotMove(var which, var from, var until)
                && which.equals(guest)
                && within(at, from, until));
  }

  @Override
  public boolean serviceFails(String service, Instant at) {
    return troubles.stream()
        .anyMatch(trouble ->
            trouble instanceof Trouble.DoesNotAnswer(var which, var from, var until)
                && which.equals(service)
                && within(at, from, until));
  }

  private static boolean within(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
