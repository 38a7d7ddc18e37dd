package dev.feierabend.kubernetes.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import dev.feierabend.kubernetes.resources.Status.Refused;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps awake what a ScheduleOverride names, of the tenant whose namespace it is in, as long as
/// the agreements allow; ends it where the object goes.
final class OverrideDesk implements Desk {
  static final ResourceKind KIND =
      new ResourceKind("feierabend.dev", "v1", "ScheduleOverride", "scheduleoverrides");

  private final Clerk clerk;
  private final Exceptions exceptions;
  private final Tenants tenants;

  OverrideDesk(Clerk clerk, Exceptions exceptions, Tenants tenants) {
    this.clerk = clerk;
    this.exceptions = exceptions;
    this.tenants = tenants;
  }

  @Override
  public ResourceKind kind() {
    return KIND;
  }

  @Override
  public ObjectNode handle(Manifested document, Instant at) {
    var told = new OverrideStatus(document, at);
    String namespace = document.name().namespace();
    return tenants
        .of(namespace)
        .map(tenant -> handle(document, tenant, told, at))
        .orElseGet(
            () -> told.refused(new Refused("NoTenant", Tenants.refusal(namespace), List.of())));
  }

  private ObjectNode handle(Manifested document, TenantId tenant, OverrideStatus told, Instant at) {
    String text = Text.of(KIND, Map.of("name", document.name().name()), document.spec());
    var shape = new OverrideShape(tenants.fleet().poolsOf(tenant));
    return switch (shape.parse(document.name().toString(), text.getBytes(UTF_8))) {
      case Parsed.Invalid(var faults) -> {
        gone(document.name(), at);
        List<String> sentences =
            faults.stream()
                .map(fault -> "expected %s, found %s".formatted(fault.expected(), fault.found()))
                .toList();
        yield told.refused(new Refused("Faulty", String.join("; ", sentences), sentences));
      }
      case Parsed.Valid(var asked) -> handle(document, asked.of(tenant), told, at);
    };
  }

  private ObjectNode handle(
      Manifested document, Wish.KeepAwake wish, OverrideStatus told, Instant at) {
    Name name = document.name();
    end(name, granted -> !isAskedFor(granted, wish), at);
    if (granted(name).findFirst().isPresent()) {
      return told.active(wish);
    }
    return told.settled(wish)
        .or(() -> lasting(wish).map(longer -> told.unneeded(wish, longer)))
        .orElseGet(() -> ask(wish, name, told, at));
  }

  private ObjectNode ask(Wish.KeepAwake wish, Name name, OverrideStatus told, Instant at) {
    Optional<Refusal> refusal = clerk.ask(wish, name.asker(), at);
    return refusal
        .map(no -> told.refused(new Refused(OverrideStatus.NOT_TAKEN, no.sentence(), List.of())))
        .orElseGet(() -> told.active(wish));
  }

  @Override
  public void gone(Name name, Instant at) {
    end(name, _ -> true, at);
  }

  @Override
  public Set<Name> open() {
    return exceptions.overrides().stream()
        .flatMap(granted -> Name.of(granted.by()).stream())
        .collect(Collectors.toSet());
  }

  private void end(Name name, Predicate<OverrideGranted> which, Instant at) {
    granted(name)
        .filter(which)
        .toList()
        .forEach(granted ->
            clerk.ask(
                new Wish.LetSleep(granted.tenant(), Optional.of(granted.pools())),
                name.asker(),
                at));
  }

  private Stream<OverrideGranted> granted(Name name) {
    return exceptions.overrides().stream()
        .filter(granted -> granted.by().equals(name.asker().actor()));
  }

  /// Somebody else's of the same pools that lasts longer: this one would cut it short.
  private Optional<OverrideGranted> lasting(Wish.KeepAwake wish) {
    return exceptions.overrides().stream()
        .filter(granted -> granted.tenant().equals(wish.tenant()))
        .filter(granted -> granted.pools().equals(wish.pools()))
        .filter(granted -> !granted.until().isBefore(wish.until()))
        .findFirst();
  }

  private static boolean isAskedFor(OverrideGranted granted, Wish.KeepAwake wish) {
    return granted.tenant().equals(wish.tenant())
        && granted.pools().equals(wish.pools())
        && granted.until().equals(wish.until())
        && granted.because().equals(wish.because());
  }
}
