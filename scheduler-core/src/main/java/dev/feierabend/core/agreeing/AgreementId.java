package dev.feierabend.core.agreeing;

import dev.feierabend.policies.terms.TenantId;

/// One agreement: a customer and the name of its policy. Versions of the document are told apart by
/// digest.
public record AgreementId(String value) {
  public static AgreementId of(TenantId tenant, String policy) {
    return new AgreementId(tenant + "/" + policy);
  }

  public TenantId tenant() {
    return new TenantId(value.substring(0, value.indexOf('/')));
  }

  @Override
  public String toString() {
    return value;
  }
}
