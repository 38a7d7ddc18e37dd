package dev.feierabend.app.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a service is asked.
final class Requests {
  static final Request AGREEMENTS = Request.get("/agreements");
  static final Request OVERRIDES = Request.get("/overrides");
  static final Request DRILLS = Request.get("/drills");
  static final Request PERSONS = Request.get("/persons");

  private Requests() {}

  static Request erasure(ActorId actor) {
    return Request.delete(path("persons", actor));
  }

  static Request drillApproval(MachineId host, Instant from, Instant until) {
    return Request.put(
        path("drills", host, "approval"),
        Request.json(Map.of("from", from.toString(), "until", until.toString())));
  }

  static Request drillDemand(MachineId host, String because) {
    return Request.post(path("drills", host, "demand"), reason(because));
  }

  static Request deputies(TenantId tenant) {
    return Request.get(path("tenants", tenant, "deputies"));
  }

  static Request draft(byte[] document) {
    return Request.post("/drafts", Request.yaml(document));
  }

  static Request proposal(byte[] document) {
    return Request.post("/agreements", Request.yaml(document));
  }

  static Request of(Wish wish) {
    return switch (wish) {
      case Wish.Propose(var policy) -> proposal(policy.document().text().getBytes(UTF_8));
      case Wish.Draft(var policy) -> draft(policy.document().text().getBytes(UTF_8));
      case Wish.OfAgreement one -> request(one);
      case Wish.OfException one -> request(one);
      case Wish.OfDeputies one -> request(one);
    };
  }

  private static Request request(Wish.OfAgreement wish) {
    return switch (wish) {
      case Wish.Discard(var agreement, var digest) ->
          Request.delete(path(agreement) + path(digest, "draft"));
      case Wish.TakeBack(var agreement, var digest) ->
          Request.delete(path(agreement) + path(digest));
      case Wish.Approve(var agreement, var digest) ->
          Request.post(path(agreement) + path(digest, "approval"));
      case Wish.Reject(var agreement, var digest, var because) ->
          Request.post(path(agreement) + path(digest, "rejection"), reason(because));
      case Wish.Withdraw(var agreement, var because) ->
          Request.delete(path(agreement) + "?because=" + encoded(because));
    };
  }

  private static Request request(Wish.OfException wish) {
    return switch (wish) {
      case Wish.KeepAwake(var tenant, var pools, var until, var because) ->
          Request.post(
              path("tenants", tenant, "override"),
              Request.json(
                  Map.of("pools", names(pools), "until", until.toString(), "because", because)));
      case Wish.LetSleep(var tenant, var pools) ->
          Request.delete(
              path("tenants", tenant, "override")
                  + pools
                      .map(these -> "?pools=" + encoded(String.join(",", names(these))))
                      .orElse(""));
      case Wish.Freeze(var scope, var because) -> Request.post(freeze(scope), reason(because));
      case Wish.Thaw(var scope) -> Request.delete(freeze(scope));
    };
  }

  private static Request request(Wish.OfDeputies wish) {
    return switch (wish) {
      case Wish.Deputise(var tenant, var deputy, var from, var until) ->
          Request.put(
              path("tenants", tenant, "deputies", deputy),
              Request.json(Map.of("from", from.toString(), "until", until.toString())));
      case Wish.Dismiss(var tenant, var deputy) ->
          Request.delete(path("tenants", tenant, "deputies", deputy));
    };
  }

  private static Request.Content reason(String because) {
    return Request.json(Map.of("because", because));
  }

  private static String freeze(Owner scope) {
    return switch (scope) {
      case Owner.Operator() -> path("freeze");
      case Owner.Customer(var tenant) -> path("tenants", tenant, "freeze");
    };
  }

  private static List<String> names(Set<PoolId> pools) {
    return pools.stream().sorted().map(PoolId::value).toList();
  }

  private static String path(AgreementId agreement) {
    return path("agreements", agreement.tenant(), agreement.policy());
  }

  private static String path(Object... parts) {
    return Stream.of(parts)
        .map(part -> "/" + encoded(part.toString()))
        .collect(Collectors.joining());
  }

  /// A space as `%20`: `+` is one in forms only.
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
