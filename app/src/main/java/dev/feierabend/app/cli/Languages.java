package dev.feierabend.app.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// The language that a command answers in.
final class Languages {
  private Languages() {}

  static Locale of(CommandSpec spec) {
    return spec.root().userObject() instanceof FeierabendCommand root
        ? root.locale()
        : Locale.ENGLISH;
  }
}
