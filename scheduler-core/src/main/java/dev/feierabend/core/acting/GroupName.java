package dev.feierabend.core.acting;

import dev.feierabend.core.agreeing.AgreementId;
import java.util.Optional;
import java.util.regex.Pattern;

/// One group of an agreement's order, as what is said of it names it: `ahausen/rathaus#2`.
///
/// @param number its place in the document, from 1
public record GroupName(AgreementId agreement, int number) {
  private static final Pattern FORM = Pattern.compile("([^#]+/[^#]+)#([0-9]{1,9})");

  /// Empty where `subject` is no group.
  public static Optional<GroupName> of(String subject) {
    var named = FORM.matcher(subject);
    return named.matches()
        ? Optional.of(
            new GroupName(new AgreementId(named.group(1)), Integer.parseInt(named.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return agreement + "#" + number;
  }
}
