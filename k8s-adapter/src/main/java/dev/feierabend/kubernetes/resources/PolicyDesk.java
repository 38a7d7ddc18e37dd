package dev.feierabend.kubernetes.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import dev.feierabend.kubernetes.resources.Status.Refused;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Proposes what a SchedulePolicy says to the tenant whose namespace it is in. Nobody's approval is
/// taken from a cluster, and what is in force ends only where people end it.
final class PolicyDesk implements Desk {
  static final ResourceKind KIND =
      new ResourceKind("feierabend.dev", "v1", "SchedulePolicy", "schedulepolicies");

  private final Clerk clerk;
  private final Tenants tenants;
  private final PolicyReading reading;

  PolicyDesk(Clerk clerk, Tenants tenants, PolicyReading reading) {
    this.clerk = clerk;
    this.tenants = tenants;
    this.reading = reading;
  }

  @Override
  public ResourceKind kind() {
    return KIND;
  }

  @Override
  public ObjectNode handle(Manifested document, Instant at) {
    var told = new PolicyStatus(document, at);
    return tenants
        .of(document.name().namespace())
        .map(tenant -> handle(document, tenant, told, at))
        .orElseGet(() -> {
          String sentence = Tenants.refusal(document.name().namespace());
          return told.refused(new Refused("NoTenant", sentence, List.of()));
        });
  }

  private ObjectNode handle(Manifested document, TenantId tenant, PolicyStatus told, Instant at) {
    byte[] text = text(document, tenant).getBytes(UTF_8);
    return switch (reading.of(document.name(), text)) {
      case PolicyReading.Faulty(var refused) -> {
        takeBack(document.name(), Optional.empty(), at);
        yield told.refused(refused);
      }
      case PolicyReading.Sound(var policy) -> {
        takeBack(document.name(), Optional.of(policy.document().digest()), at);
        var agreement = AgreementId.of(tenant, policy.name());
        Optional<Refusal> refusal =
            mayPropose(document, entry(agreement, policy))
                ? clerk.ask(new Wish.Propose(policy), document.name().asker(), at)
                : Optional.empty();
        yield entry(agreement, policy)
            .map(entry -> told.of(entry, reading.outlook(agreements(), agreement, at)))
            .orElseGet(() -> told.refused(refused(refusal)));
      }
    };
  }

  /// What was decided against or has ended is proposed anew only where the specification changed
  /// since: nobody is asked twice for the same.
  private static boolean mayPropose(Manifested document, Optional<Entry> known) {
    return known
        .map(entry ->
            switch (entry.standing()) {
              case DRAFT, TAKEN_BACK -> true;
              case PROPOSED, APPROVED, ACTIVE -> false;
              case REJECTED, ENDED -> !document.answered();
            })
        .orElse(true);
  }

  @Override
  public void gone(Name name, Instant at) {
    takeBack(name, Optional.empty(), at);
  }

  @Override
  public Set<Name> open() {
    return agreements().all().stream()
        .filter(entry -> entry.standing() == Standing.PROPOSED)
        .flatMap(entry -> Name.of(entry.authors().author()).stream())
        .collect(Collectors.toSet());
  }

  /// All that `name` proposed and nobody has decided on, but for one document.
  private void takeBack(Name name, Optional<String> but, Instant at) {
    proposed(name)
        .filter(entry -> !but.equals(Optional.of(entry.digest())))
        .toList()
        .forEach(entry ->
            clerk.ask(new Wish.TakeBack(entry.agreement(), entry.digest()), name.asker(), at));
  }

  private Stream<Entry> proposed(Name name) {
    return agreements().all().stream()
        .filter(entry -> entry.standing() == Standing.PROPOSED)
        .filter(entry -> entry.authors().author().equals(name.asker().actor()));
  }

  private Optional<Entry> entry(AgreementId agreement, SchedulePolicy policy) {
    return agreements().all().stream()
        .filter(entry -> entry.agreement().equals(agreement))
        .filter(entry -> entry.digest().equals(policy.document().digest()))
        .findFirst();
  }

  private Agreements agreements() {
    return clerk.agreements();
  }

  private static Refused refused(Optional<Refusal> refusal) {
    return new Refused(
        "NotTaken",
        refusal.map(Refusal::sentence).orElse("expected the proposal to be kept, but it is not"),
        List.of());
  }

  static String text(Manifested document, TenantId tenant) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("name", document.name().name());
    metadata.put("tenant", tenant.value());
    return Text.of(KIND, metadata, document.spec());
  }
}
