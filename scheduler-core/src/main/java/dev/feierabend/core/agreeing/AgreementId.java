package dev.feierabend.core.agreeing;

import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;

/// One agreement: a customer and the name of its policy. Versions of the document are told apart by
/// digest. A document of several customers stands in one agreement with each.
public record AgreementId(String value) {
  public static AgreementId of(TenantId tenant, String policy) {
    return new AgreementId(tenant + "/" + policy);
  }

  /// The agreements that `policy` is proposed for: one with each of its tenants.
  public static List<AgreementId> of(SchedulePolicy policy) {
    return policy.tenants().stream().map(tenant -> of(tenant, policy.name())).toList();
  }

  public TenantId tenant() {
    return new TenantId(value.substring(0, value.indexOf('/')));
  }

  /// The policy's name.
  public String policy() {
    return value.substring(value.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
