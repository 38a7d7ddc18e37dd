package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The lead must leave something of every window to sleep in. Where none is named, the default must
/// too.
record LeadRule(Fields fields, Optional<Read<Duration>> named, Duration lead) {
  static final Duration DEFAULT = Duration.ofMinutes(30);

  static LeadRule of(Fields fields, Optional<Read<Duration>> named) {
    return new LeadRule(fields, named, named.map(Read::value).orElse(DEFAULT));
  }

  void check(AsleepShape asleep) {
    asleep.rules().ifSound(all -> fields.untilFull(all).forEach(this::window));
    asleep.exceptions().ifSound(all -> fields.untilFull(all).forEach(this::exception));
  }

  private void window(Read<WindowRule> read) {
    read.ifSound(rule -> {
      Stretch when = rule.when();
      longer(read.at(), when.shortest(), () -> "\"" + when + "\"");
    });
  }

  private void exception(Read<DateException> read) {
    read.ifSound(exception -> {
      if (exception instanceof DateException.Sleeps sleeps) {
        longer(read.at(), sleeps.length(), () -> "the exception of " + sleeps.date());
      }
    });
  }

  private void longer(Place window, Duration length, Supplier<String> interval) {
    if (lead.compareTo(length) < 0) {
      return;
    }
    named.ifPresentOrElse(
        read ->
            fields.complain(
                read.at(),
                "a lead shorter than every interval, for example PT30M",
                "%s, but %s is %s long".formatted(lead, interval.get(), length)),
        () ->
            fields.complain(
                window,
                "a window longer than the default lead, or a shorter lead, "
                    + "for example readyBy: {lead: PT5M}",
                "%s, which is %s long and the default lead %s"
                    .formatted(interval.get(), length, lead)));
  }
}
