package dev.feierabend.core.proving.notes;

/// A key's name in notes, and a log's origin: a URL without its scheme, `example.com/log42`.
public record KeyName(String value) {
  public KeyName {
    if (value.isEmpty()
        || value
            .codePoints()
            .anyMatch(
                c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '+' || c < 32)) {
      throw new IllegalArgumentException(
          "Expected a name without spaces and plus signs, like example.com/log42, but found \"%s\""
              .formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
