package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.Wish;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Why somebody asks for something, as the service takes it.
final class TypedReason implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    if (text.isBlank() || text.length() > Wish.LONGEST_REASON) {
      throw new TypeConversionException(
          "expected a reason of 1 to %d characters, found %d"
              .formatted(Wish.LONGEST_REASON, text.strip().length()));
    }
    return text;
  }
}
