package dev.feierabend.app.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.feierabend.policies.almanac.AlmanacParser;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A kind of document as both see it: the parser, and the schema through an independent validator.
enum Kind {
  SchedulePolicy,
  Fleet,
  HolidayCalendar;

  private final JsonNode schema = read("/dev/feierabend/app/schema/" + name() + ".json");
  private final Schema validator =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema.toString());

  /// A YAML document as a tree.
  static JsonNode tree(String yaml) {
    return new ObjectMapper()
        .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  JsonNode schema() {
    return schema;
  }

  List<Error> errors(JsonNode document) {
    return validator.validate(document.toString(), InputFormat.JSON);
  }

  /// JSON is YAML, so the parser reads the tree as it is.
  List<Fault> faults(JsonNode document) {
    return faults(document.toString());
  }

  List<Fault> faults(String document) {
    Parsed<?> parsed =
        switch (this) {
          case SchedulePolicy -> SchedulePolicyParser.parse("d", document.getBytes(UTF_8));
          case Fleet -> FleetParser.parse("d", document.getBytes(UTF_8));
          case HolidayCalendar -> AlmanacParser.parse("d", document.getBytes(UTF_8));
        };
    return parsed instanceof Parsed.Invalid<?>(var faults) ? faults : List.of();
  }

  private static JsonNode read(String name) {
    try (InputStream in = Objects.requireNonNull(Kind.class.getResourceAsStream(name), name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
