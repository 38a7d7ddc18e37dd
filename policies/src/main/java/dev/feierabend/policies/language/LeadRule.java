package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.util.List;

/// The lead must leave something of every interval to sleep in.
final class LeadRule {
  private LeadRule() {}

  static void check(
      Fields fields,
      Read<Duration> lead,
      Read<List<Read<WeeklyInterval>>> weekly,
      Read<List<Read<DateException>>> exceptions) {
    weekly.ifSound(all ->
        all.forEach(read ->
            read.ifSound(
                interval -> shorter(fields, lead, interval.length(), "\"" + interval + "\""))));
    exceptions.ifSound(all ->
        all.forEach(read ->
            read.ifSound(exception -> {
              if (exception instanceof DateException.Sleeps sleeps) {
                shorter(fields, lead, sleeps.length(), "the exception of " + sleeps.date());
              }
            })));
  }

  private static void shorter(
      Fields fields, Read<Duration> lead, Duration length, String interval) {
    if (lead.value().compareTo(length) >= 0) {
      fields.complain(
          lead.at(),
          "a lead shorter than every interval, for example PT30M",
          "%s, but %s is %s long".formatted(lead.value(), interval, length));
    }
  }
}
