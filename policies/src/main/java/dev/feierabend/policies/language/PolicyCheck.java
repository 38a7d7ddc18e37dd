package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.yaml.Nearest;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a policy names only what its tenant owns. Another's pool and a pool that doesn't exist
/// are told in the same words: a tenant must not learn from faults what others have.
public final class PolicyCheck {
  private PolicyCheck() {}

  /// The faults are told under the policy's own name.
  public static List<Fault> against(SchedulePolicy policy, Ownership fleet) {
    return against(policy.name(), policy, fleet);
  }

  public static List<Fault> against(String file, SchedulePolicy policy, Ownership fleet) {
    if (!fleet.customers().contains(policy.tenant())) {
      Place at = Names.of(policy).tenant();
      return List.of(fault(file, at, "a tenant of this fleet", "\"" + policy.tenant() + "\""));
    }
    Set<PoolId> own = fleet.poolsOf(policy.tenant());
    return Names.of(policy).pools().stream()
        .filter(pool -> !own.contains(pool.value()))
        .map(pool -> foreign(file, pool, policy, own))
        .toList();
  }

  private static Fault foreign(
      String file, Read<PoolId> pool, SchedulePolicy policy, Set<PoolId> own) {
    String example =
        own.stream().min(PoolId::compareTo).map(id -> ", for example \"" + id + "\"").orElse("");
    return fault(
        file,
        pool.at(),
        "a pool of the tenant \"%s\"%s".formatted(policy.tenant(), example),
        "\"" + pool.value() + "\"" + Nearest.hint(pool.value().toString(), names(own)));
  }

  /// The tenant's own only: a hint mustn't tell what others have.
  private static List<String> names(Set<PoolId> own) {
    return own.stream().map(PoolId::toString).toList();
  }

  private static Fault fault(String file, Place at, String expected, String found) {
    return new Fault(file, at.line(), at.column(), expected, found);
  }

  /// Where the names stand: the document is read once more, for a policy carries meaning only.
  private record Names(Place tenant, List<Read<PoolId>> pools) {
    static Names of(SchedulePolicy policy) {
      byte[] bytes = policy.document().text().getBytes(StandardCharsets.UTF_8);
      return switch (PolicyDraft.MANIFEST.parse(policy.name(), bytes)) {
        case Parsed.Valid<PolicyDraft>(var draft)
            when draft.policy(policy.document()).equals(policy) ->
            new Names(draft.tenantAt(), draft.spec().selection().pools());
        case Parsed.Valid<PolicyDraft> _, Parsed.Invalid<PolicyDraft> _ ->
            new Names(Place.START, unplaced(policy).toList());
      };
    }

    private static Stream<Read<PoolId>> unplaced(SchedulePolicy policy) {
      return policy.selects().pools().stream()
          .map(pool -> new Read<>(Place.START, Optional.of(pool)));
    }
  }
}
