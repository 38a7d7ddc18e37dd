package dev.feierabend.app.cli;

import dev.feierabend.policies.imports.Scheduler;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A scheduler by its name.
final class SchedulerName implements ITypeConverter<Scheduler> {
  @Override
  public Scheduler convert(String name) {
    return Arrays.stream(Scheduler.values())
        .filter(scheduler -> scheduler.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected kube-green or kube-downscaler but found '%s'".formatted(name)));
  }
}
