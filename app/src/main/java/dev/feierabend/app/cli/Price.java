package dev.feierabend.app.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What electricity costs.
final class Price {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--price", paramLabel = "EURO", description = "What a kilowatt hour costs.")
  @Nullable Double price;

  /// Euro a kilowatt hour, where it is named.
  OptionalDouble euro() {
    if (price == null) {
      return OptionalDouble.empty();
    }
    if (!(price >= 0)) {
      throw new ParameterException(
          spec.commandLine(), "--price: Expected at least 0 but found " + price);
    }
    return OptionalDouble.of(price);
  }
}
