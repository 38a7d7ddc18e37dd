package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Complaints;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Scalars;
import dev.feierabend.policies.yaml.Shape;
import dev.feierabend.policies.yaml.YamlText;
import java.util.Optional;
import java.util.function.Function;

/// The frame that every document of ours has: `apiVersion`, `kind`, and what `body` reads. A
/// document of another kind is refused for that alone, for all else would be noise.
public record Manifest<T>(String kind, int mostBytes, Function<Fields, Optional<T>> body) {
  private static final String API_VERSION = "feierabend.dev/v1";

  public Parsed<T> parse(String file, byte[] bytes) {
    var complaints = new Complaints();
    Optional<T> read = read(bytes, complaints);
    var faults = complaints.inOrder().stream().map(c -> Fault.of(file, c)).toList();
    return faults.isEmpty() && read.isPresent()
        ? new Parsed.Valid<>(read.orElseThrow())
        : new Parsed.Invalid<>(faults);
  }

  private Optional<T> read(byte[] bytes, Complaints complaints) {
    Shape<T> frame =
        new MapShape<>(
            "a document with apiVersion, kind, metadata and spec",
            fields -> {
              fields.required("apiVersion", Scalars.exactly(API_VERSION));
              fields.required("kind", Scalars.exactly(kind));
              return fields.sound() ? body.apply(fields) : Optional.empty();
            });
    return YamlText.read(bytes, mostBytes, frame, complaints);
  }
}
