package dev.feierabend.app.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A rule in CEL, and what the API server says of a value that breaks it.
///
/// @param message what was expected
/// @param found an expression that says so too, and what was found instead
/// @param field the key below the value that it speaks of
record Rule(String rule, String message, Optional<String> found, Optional<String> field) {
  static Rule of(String rule, String message) {
    return new Rule(rule, message, Optional.empty(), Optional.empty());
  }

  /// Says what was found at `self`, which is a text.
  Rule finding(String self) {
    return says("%s + ', found \"' + %s + '\"'".formatted(Cel.quoted(message), self));
  }

  Rule says(String expression) {
    return new Rule(rule, message, Optional.of(expression), field);
  }

  Rule at(String key) {
    return new Rule(rule, message, found, Optional.of(key));
  }

  Map<String, Object> written() {
    var written = new LinkedHashMap<String, Object>();
    written.put("rule", rule);
    written.put("message", message);
    found.ifPresent(expression -> written.put("messageExpression", expression));
    field.ifPresent(key -> written.put("fieldPath", "." + key));
    return written;
  }
}
