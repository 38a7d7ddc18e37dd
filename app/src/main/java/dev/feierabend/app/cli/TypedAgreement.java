package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.policies.terms.TenantId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An agreement as people type it.
final class TypedAgreement implements ITypeConverter<AgreementId> {
  @Override
  public AgreementId convert(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1) {
      throw new TypeConversionException(
          "expected TENANT/POLICY, for example ahausen/rathaus, found \"%s\"".formatted(text));
    }
    return AgreementId.of(new TenantId(text.substring(0, slash)), text.substring(slash + 1));
  }
}
