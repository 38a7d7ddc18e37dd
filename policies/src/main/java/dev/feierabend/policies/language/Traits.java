package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// By what workloads are selected: `{labels: {tier: web}, tags: [night-off], names: ["web-*"]}`; a
/// tag is a label without a value.
record Traits(SortedMap<String, String> labels, SortedSet<NamePattern> names) {
  static final Traits NONE = new Traits(new TreeMap<>(), new TreeSet<>());

  static final MapShape<Traits> SHAPE =
      new MapShape<>(
          "labels, tags or names of workloads, for example {labels: {tier: web}}", Traits::read);

  private static Optional<Traits> read(Fields fields) {
    Read<SortedMap<String, String>> labels =
        fields.optional("labels", Words.LABELS, new TreeMap<>());
    Read<List<Read<String>>> tags = fields.optional("tags", new ListShape<>(Words.TAG), List.of());
    Read<List<Read<NamePattern>>> names =
        fields.optional("names", new ListShape<>(Words.NAME_PATTERN), List.of());
    if (!fields.has("labels") && !fields.has("tags") && !fields.has("names")) {
      fields.complain(fields.at(), SHAPE.expected(), "none of them");
    }
    labels.ifSound(known ->
        tags.ifSound(
            all -> all.forEach(read -> read.ifSound(tag -> once(fields, read, tag, known)))));
    return fields.build(() -> {
      var all = new TreeMap<>(labels.value());
      ListShape.values(tags).forEach(tag -> all.put(tag, ""));
      return new Traits(all, new TreeSet<>(ListShape.values(names)));
    });
  }

  private static void once(
      Fields fields, Read<String> read, String tag, SortedMap<String, String> labels) {
    if (labels.containsKey(tag)) {
      fields.complain(
          read.at(), "a tag that is not among the labels", "\"" + tag + "\", which is one");
    }
  }

  boolean isNone() {
    return equals(NONE);
  }
}
