package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/// How an object shows that what it wants serves.
public sealed interface Readiness {
  /// It says how many serve.
  record Counted(JsonPointer field) implements Readiness {}

  /// As many serve as shall.
  record AllOf(JsonPointer field, JsonPointer of) implements Readiness {}

  /// A condition of its status is `True`, and another one is not.
  record Condition(String type, Optional<String> unless) implements Readiness {}

  /// A field has this value.
  record Valued(JsonPointer field, String value) implements Readiness {}

  /// As soon as it is awake.
  record AtOnce() implements Readiness {}
}
