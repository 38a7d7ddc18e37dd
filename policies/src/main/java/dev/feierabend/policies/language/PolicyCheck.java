package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Nearest;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a policy names only what its tenants own. Another's pool and a pool that doesn't exist
/// are told in the same words: a tenant must not learn from faults what others have.
public final class PolicyCheck {
  private PolicyCheck() {}

  /// Reads a document and holds it against the calendar's lists of days and, where one is known,
  /// against the fleet.
  public static Parsed<SchedulePolicy> parse(
      String file, byte[] document, Optional<? extends Ownership> fleet, SortedSet<String> lists) {
    Parsed<SchedulePolicy> parsed = SchedulePolicyParser.parse(file, document);
    if (!(parsed instanceof Parsed.Valid<SchedulePolicy>(var policy))) {
      return parsed;
    }
    List<Fault> unknown =
        Stream.concat(
                fleet.stream().flatMap(known -> against(file, policy, known).stream()),
                ListCheck.against(file, policy, lists).stream())
            .toList();
    return unknown.isEmpty() ? parsed : new Parsed.Invalid<>(unknown);
  }

  /// The faults are told under the policy's own name.
  public static List<Fault> against(SchedulePolicy policy, Ownership fleet) {
    return against(policy.name(), policy, fleet);
  }

  public static List<Fault> against(String file, SchedulePolicy policy, Ownership fleet) {
    Names names = Names.of(policy);
    List<Fault> strangers =
        names.tenants().stream()
            .filter(tenant -> !fleet.customers().contains(tenant.value()))
            .map(tenant ->
                fault(file, tenant.at(), "a tenant of this fleet", "\"" + tenant.value() + "\""))
            .toList();
    if (!strangers.isEmpty()) {
      return strangers;
    }
    var own = new TreeSet<PoolId>();
    policy.tenants().forEach(tenant -> own.addAll(fleet.poolsOf(tenant)));
    return names.pools().stream()
        .filter(pool -> !own.contains(pool.value()))
        .map(pool -> fault(file, pool.at(), expected(policy, own), found(pool.value(), own)))
        .toList();
  }

  private static String expected(SchedulePolicy policy, SortedSet<PoolId> own) {
    String example = own.isEmpty() ? "" : ", for example \"" + own.first() + "\"";
    String owners =
        policy.tenants().stream()
            .map(tenant -> "\"" + tenant + "\"")
            .collect(Collectors.joining(" or "));
    return "a pool of the tenant " + owners + example;
  }

  /// The tenants' own only: a hint mustn't tell what others have.
  private static String found(PoolId pool, SortedSet<PoolId> own) {
    List<String> names = own.stream().map(PoolId::toString).toList();
    return "\"" + pool + "\"" + Nearest.hint(pool.toString(), names);
  }

  private static Fault fault(String file, Place at, String expected, String found) {
    return new Fault(file, at.line(), at.column(), expected, found);
  }

  /// Where the names stand: the document is read once more, for a policy carries meaning only.
  private record Names(List<Read<TenantId>> tenants, List<Read<PoolId>> pools) {
    static Names of(SchedulePolicy policy) {
      byte[] bytes = policy.document().text().getBytes(StandardCharsets.UTF_8);
      return switch (PolicyDraft.MANIFEST.parse(policy.name(), bytes)) {
        case Parsed.Valid<PolicyDraft>(var draft)
            when draft.policy(policy.document()).equals(policy) ->
            new Names(draft.metadata().tenants(), draft.spec().selection().pools());
        case Parsed.Valid<PolicyDraft> _, Parsed.Invalid<PolicyDraft> _ ->
            new Names(unplaced(policy.tenants()), unplaced(policy.selects().pools()));
      };
    }

    private static <T> List<Read<T>> unplaced(Collection<T> names) {
      return names.stream().map(name -> new Read<>(Place.START, Optional.of(name))).toList();
    }
  }
}
