package dev.feierabend.app.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a kind of document looks like: as a JSON schema, by which editors complete it, and as a
/// definition by which a cluster takes it.
public final class Schemas {
  private Schemas() {}

  /// The JSON schema's text.
  public static String json(String kind) {
    return read(kind + ".json");
  }

  /// A CustomResourceDefinition's text.
  ///
  /// @param kind one that a cluster takes
  public static String definition(String kind) {
    return Definition.of(kind, json(kind), read("definitions/%s.yaml".formatted(kind)));
  }

  private static String read(String name) {
    String path = "/dev/feierabend/app/schema/" + name;
    try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
