package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.util.Optional;

/// The lead must leave something of every window to sleep in. Where none is named, the default must
/// too.
record LeadRule(Fields fields, Optional<Read<Duration>> named, Duration lead) {
  static final Duration DEFAULT = Duration.ofMinutes(30);

  static LeadRule of(Fields fields, Optional<Read<Duration>> named) {
    return new LeadRule(fields, named, named.map(Read::value).orElse(DEFAULT));
  }

  void check(AsleepShape asleep) {
    asleep
        .rules()
        .ifSound(all ->
            all.forEach(read ->
                read.ifSound(rule ->
                    shorter(read.at(), rule.when().shortest(), "\"" + rule.when() + "\""))));
    asleep
        .exceptions()
        .ifSound(all ->
            all.forEach(read ->
                read.ifSound(exception -> {
                  if (exception instanceof DateException.Sleeps sleeps) {
                    shorter(read.at(), sleeps.length(), "the exception of " + sleeps.date());
                  }
                })));
  }

  private void shorter(Place window, Duration length, String interval) {
    if (lead.compareTo(length) < 0) {
      return;
    }
    named.ifPresentOrElse(
        read ->
            fields.complain(
                read.at(),
                "a lead shorter than every interval, for example PT30M",
                "%s, but %s is %s long".formatted(lead, interval, length)),
        () ->
            fields.complain(
                window,
                "a window longer than the default lead, or a shorter lead, "
                    + "for example readyBy: {lead: PT5M}",
                "%s, which is %s long and the default lead %s".formatted(interval, length, lead)));
  }
}
