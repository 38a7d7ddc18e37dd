package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.terms.ActorId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two towns' agreements in a journal, and people who decide on them.
public final class TownOffice implements AutoCloseable {
  public static final ActorId KARL = new ActorId("actor-4");

  /// A policy that its first town may propose.
  public static final String NIGHTS =
      "{pools: [ahausen-office], asleep: [{every: Mon-Thu, from: '19:00', to: '06:30'}]}";

  public final Memory memory = Memory.empty();
  public final Tidings tidings = new Tidings();
  public final Clerk clerk;
  final Tenants tenants = new Tenants(Towns.fleet());
  final PolicyReading reading =
      new PolicyReading(Towns.fleet(), new Evaluation(HolidayCalendar.NONE), AllowedHosts.NONE);

  private final InstantSource clock;
  private final Journal journal;

  public TownOffice(Path folder, InstantSource clock) {
    this.clock = clock;
    var models = new ArrayList<>(memory.models());
    models.add(tidings);
    journal = Slices.journal(EmbeddedCommitLog.open(folder, clock), clock, ReadModels.of(models));
    clerk = new Clerk(memory.agreements(), memory.deputies(), journal);
  }

  public ClusterDocuments.Books books() {
    return new ClusterDocuments.Books(clerk, memory.exceptions(), reading);
  }

  /// Somebody of a town asks for something in person.
  public Optional<Refusal> asks(Wish wish) {
    return clerk.ask(wish, new Clerk.Asker(KARL, false), clock.instant());
  }

  public List<Entry> documents(String agreement) {
    return memory.agreements().all().stream()
        .filter(entry -> entry.agreement().equals(new AgreementId(agreement)))
        .toList();
  }

  /// How often anything was recorded.
  long commits() {
    return journal.log().head().number();
  }

  /// A document as a cluster has it, with nothing in its status.
  static Manifested document(String namespace, String name, String spec) {
    return new Manifested(
        new Name(namespace, name), "1", 1, spec(spec), JsonNodeFactory.instance.objectNode());
  }

  private static Map<String, Object> spec(String yaml) {
    String object = "apiVersion: v1\nkind: X\nspec:\n" + yaml.indent(2);
    return Manifested.sorted(
        Serialization.unmarshal(object, GenericKubernetesResource.class)
            .getAdditionalProperties()
            .get("spec"));
  }

  /// The same with what was answered.
  static Manifested answered(Manifested document, ObjectNode status) {
    return new Manifested(
        document.name(), "2", document.generation(), document.spec(), status.deepCopy());
  }

  static Manifested changed(Manifested document, String spec) {
    return new Manifested(
        document.name(), "3", document.generation() + 1, spec(spec), document.status());
  }

  /// What a status says of a condition: `True` or `False`.
  static String condition(ObjectNode status, String type) {
    for (var condition : status.path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText();
      }
    }
    throw new AssertionError(status.toString());
  }

  @Override
  public void close() {
    journal.close();
  }
}
