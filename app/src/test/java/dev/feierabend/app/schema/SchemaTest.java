package dev.feierabend.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.policies.language.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The schema and the parser know the same documents.
class SchemaTest {
  private static final String KNOWN = "one of the keys ";

  @ParameterizedTest
  @EnumSource
  void whatTheParserAcceptsTheSchemaAcceptsAndWhatIsWrongInStructureBothRefuse(Kind kind) {
    for (String document : FullDocuments.of(kind)) {
      JsonNode tree = Kind.tree(document);
      assertThat(kind.faults(tree)).isEmpty();
      assertThat(kind.errors(tree)).isEmpty();
      var mutants = new Mutations(tree).all();
      assertThat(mutants).hasSizeGreaterThan(100);
      assertThat(mutants.stream().flatMap(mutant -> dispute(kind, mutant).stream())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyThatTheParserKnowsIsInTheSchemaAndTheReverse(Kind kind) {
    Map<JsonNode, Set<String>> known = new HashMap<>();
    for (String document : FullDocuments.of(kind)) {
      JsonNode tree = Kind.tree(document);
      var mutations = new Mutations(tree);
      for (JsonPointer at : mutations.mappings()) {
        keysAt(kind.faults(mutations.planted(at)))
            .forEach(key ->
                known
                    .computeIfAbsent(new SchemaAt(kind.schema(), at).node(), _ -> new TreeSet<>())
                    .add(key));
      }
    }
    assertThat(known).hasSizeGreaterThan(5);
    known.forEach((schema, keys) ->
        assertThat(keys).isEqualTo(new TreeSet<>(SchemaAt.properties(schema).keySet())));
    assertThat(known.keySet()).isEqualTo(SchemaAt.mappings(kind.schema()));
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsDescribedForWhoeverHoversOverIt(Kind kind) {
    var undescribed = new TreeMap<String, JsonNode>();
    for (JsonNode mapping : SchemaAt.mappings(kind.schema())) {
      SchemaAt.properties(mapping)
          .forEach((key, schema) -> {
            if (!SchemaAt.resolved(kind.schema(), schema).has("description")) {
              undescribed.put(key, schema);
            }
          });
    }
    assertThat(undescribed).isEmpty();
  }

  @Test
  void everyDocumentOfTheBookAndTheTestsThatTheParserAcceptsTheSchemaAccepts() {
    var kinds = new HashSet<Kind>();
    List<String> documents = WrittenDocuments.all();
    for (String document : documents) {
      for (Kind kind : Kind.values()) {
        if (kind.faults(document).isEmpty()) {
          kinds.add(kind);
          assertThat(kind.errors(Kind.tree(document))).as(document).isEmpty();
        }
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
  }

  private static Optional<String> dispute(Kind kind, Mutations.Mutant mutant) {
    List<Fault> faults = kind.faults(mutant.document());
    var errors = kind.errors(mutant.document());
    boolean tooStrict = faults.isEmpty() && !errors.isEmpty();
    boolean tooLax = errors.isEmpty() && !structural(faults).isEmpty();
    return tooStrict || tooLax
        ? Optional.of("%s: parser %s, schema %s".formatted(mutant.what(), faults, errors))
        : Optional.empty();
  }

  /// Those that neither a reference nor a rule between values explains.
  private static List<Fault> structural(List<Fault> faults) {
    return faults.stream()
        .filter(fault -> !fault.expected().contains(" of this fleet"))
        .filter(fault -> !fault.expected().contains("time zone of the IANA list"))
        .filter(fault -> !fault.expected().startsWith("\"holidays\" in spec"))
        .toList();
  }

  private static Set<String> keysAt(List<Fault> faults) {
    return faults.stream()
        .filter(fault -> fault.found().startsWith("\"zzz\"") && fault.expected().startsWith(KNOWN))
        .findFirst()
        .map(fault -> Set.of(fault.expected().substring(KNOWN.length()).split(", ")))
        .orElseGet(Set::of);
  }
}
