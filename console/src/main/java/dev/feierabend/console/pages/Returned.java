package dev.feierabend.console.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form that was handed in and not done. What was typed into it is in the request still.
///
/// @param form which one of the page's
/// @param wrong what is wrong, as sentences by field; what concerns the whole stands under `""`
public record Returned(String form, Map<String, String> wrong) {
  static final Returned NONE = new Returned("", Map.of());

  public Returned {
    wrong = Map.copyOf(wrong);
  }

  public boolean is(String other) {
    return form.equals(other);
  }

  /// Null where nothing is wrong with that field of that form.
  public @Nullable String wrong(String other, String field) {
    return is(other) ? wrong.get(field) : null;
  }
}
