package dev.feierabend.app.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a structural schema can't say, or would refuse without telling what it expected: which keys
/// go together, and how texts are spelt.
record Rules(Cel cel, Expected expected) {
  static Rules within(JsonNode root) {
    var cel = new Cel(root);
    return new Rules(cel, new Expected(cel));
  }

  /// Of a text by itself.
  List<Rule> ofText(JsonNode schema) {
    return schema.has("pattern") ? List.of(spelt(schema, "self")) : List.of();
  }

  /// That the value at `self` is spelt as `schema` says.
  Rule spelt(JsonNode schema, String self) {
    String pattern = cel.resolved(schema).path("pattern").asText();
    return Rule.of(Cel.matches(self, pattern), expected.value(schema)).finding(self);
  }

  List<Rule> ofMapping(JsonNode schema) {
    var rules = new ArrayList<Rule>();
    if (schema.has("propertyNames")) {
      JsonNode names = schema.get("propertyNames");
      rules.add(
          Rule.of(
              "self.all(key, %s)".formatted(spelt(names, "key").rule()), expected.value(names)));
    }
    composed(schema).forEach(each -> rules.addAll(alternatives(each)));
    return rules;
  }

  /// The schema itself and those that all have to hold besides.
  private Stream<JsonNode> composed(JsonNode schema) {
    var also = new ArrayList<JsonNode>();
    schema.path("allOf").forEach(each -> also.add(cel.resolved(each)));
    return Stream.concat(Stream.of(schema), also.stream());
  }

  private List<Rule> alternatives(JsonNode schema) {
    var rules = new ArrayList<Rule>(conditions(schema));
    if (schema.has("anyOf")) {
      rules.add(
          Rule.of(
              cel.anyOf(schema.get("anyOf"), "self"),
              "expected at least one of " + expected.keys(schema.get("anyOf"))));
    }
    if (schema.has("oneOf")) {
      JsonNode one = schema.get("oneOf");
      rules.add(Rule.of(cel.oneOf(one, "self"), "expected exactly one of " + expected.keys(one)));
      one.forEach(each -> rules.addAll(conditions(each)));
    }
    return rules;
  }

  /// How a text is spelt where that depends on another key.
  private List<Rule> conditions(JsonNode schema) {
    var rules = new ArrayList<Rule>();
    schema
        .path("then")
        .path("properties")
        .properties()
        .forEach(each -> {
          String self = "self." + each.getKey();
          JsonNode otherwise = schema.at("/else/properties/" + each.getKey());
          String condition = cel.of(schema.path("if"), "self");
          rules.add(
              either(condition, spelt(each.getValue(), self), spelt(otherwise, self), self)
                  .at(each.getKey()));
        });
    return rules;
  }

  private static Rule either(String condition, Rule so, Rule otherwise, String self) {
    return Rule.of(
            "!has(%s) || (%s ? %s : %s)".formatted(self, condition, so.rule(), otherwise.rule()),
            otherwise.message())
        .says("%s ? %s : %s".formatted(condition, said(so), said(otherwise)));
  }

  private static String said(Rule rule) {
    return rule.found().orElseGet(() -> Cel.quoted(rule.message()));
  }
}
