package dev.feierabend.app.office;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.policies.yaml.Nearest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which documents are meant, among all that the asker sees.
public record Documents(List<AgreementView> all) {
  /// So that a slip of the finger doesn't approve something.
  private static final int SHORTEST = 4;

  private static final Set<String> CURRENT = Set.of("proposed", "approved", "active");

  public Documents {
    all = List.copyOf(all);
  }

  /// Every document of one agreement; at least one.
  public Answer<List<AgreementView>> of(AgreementId agreement) {
    List<AgreementView> found = all.stream().filter(within(agreement)).toList();
    if (!found.isEmpty()) {
      return new Answer.Given<>(found);
    }
    List<String> names = all.stream().map(AgreementView::agreement).distinct().toList();
    return new Answer.Unusable<>(
        "Expected an agreement that is there but found \"%s\"%s"
            .formatted(agreement, Nearest.hint(agreement.value(), names)));
  }

  /// What is proposed, approved or in force; where nothing is, what was proposed last.
  public Answer<List<AgreementView>> current(AgreementId agreement) {
    return of(agreement)
        .then(versions -> {
          List<AgreementView> current =
              versions.stream().filter(version -> CURRENT.contains(version.standing())).toList();
          return new Answer.Given<>(current.isEmpty() ? List.of(latest(versions)) : current);
        });
  }

  private static AgreementView latest(List<AgreementView> versions) {
    return Collections.max(versions, Comparator.comparing(AgreementView::proposed));
  }

  /// The one document of the agreement whose digest begins so. All that were ever proposed count,
  /// so that nobody can slip another one under a beginning that was read out.
  public Answer<AgreementView> only(AgreementId agreement, String digest) {
    return of(agreement).then(versions -> only(versions, agreement, digest));
  }

  private static Answer<AgreementView> only(
      List<AgreementView> versions, AgreementId agreement, String digest) {
    if (digest.length() < SHORTEST) {
      return new Answer.Unusable<>(
          "Expected at least %d characters of a digest but found \"%s\""
              .formatted(SHORTEST, digest));
    }
    List<AgreementView> found =
        versions.stream().filter(version -> version.digest().startsWith(digest)).toList();
    return switch (found.size()) {
      case 0 ->
          new Answer.Unusable<>(
              "Expected the digest of a document of %s but none begins with \"%s\"; `agreement list` tells them"
                  .formatted(agreement, digest));
      case 1 -> new Answer.Given<>(found.getFirst());
      default ->
          new Answer.Unusable<>(
              "Expected the digest of one document but \"%s\" begins those of %s"
                  .formatted(
                      digest,
                      found.stream()
                          .map(AgreementView::digest)
                          .collect(Collectors.joining(" and "))));
    };
  }

  private static Predicate<AgreementView> within(AgreementId agreement) {
    return version -> version.agreement().equals(agreement.value());
  }
}
