package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.SystemTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The days that a command is asked about.
final class Period {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--from", paramLabel = "DATE", description = "First day; today by default.")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day; by default a week on, or a year for a comparison.")
  @Nullable LocalDate to;

  /// `to` exclusive.
  record Span(Instant from, Instant to) {}

  /// The days in `zone`; `days` of them where no last one was named.
  Span in(ZoneId zone, int days) {
    LocalDate first =
        Optional.ofNullable(from)
            .orElseGet(() -> SystemTime.clock().instant().atZone(zone).toLocalDate());
    LocalDate last = Optional.ofNullable(to).orElse(first.plusDays(days - 1));
    if (last.isBefore(first)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --to on or after --from but found %s before %s".formatted(last, first));
    }
    return new Span(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
