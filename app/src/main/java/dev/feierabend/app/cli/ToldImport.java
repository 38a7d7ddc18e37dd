package dev.feierabend.app.cli;

import dev.feierabend.policies.imports.Imported;
import dev.feierabend.policies.imports.LeftOutText;
import java.util.List;
import java.util.Locale;

/// What manifests came to, as `policy import --json` tells it.
record ToldImport(List<Imported.Policy> policies, List<Left> leftOut) {
  /// Something that is in no policy.
  record Left(String file, int line, int column, String subject, String reason, String sentence) {}

  static ToldImport of(Imported imported, Locale locale) {
    return new ToldImport(
        imported.policies(),
        imported.leftOut().stream()
            .map(left ->
                new Left(
                    left.file(),
                    left.at().line(),
                    left.at().column(),
                    left.subject(),
                    left.reason().name(),
                    LeftOutText.sentence(left, locale)))
            .toList());
  }
}
