package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Release;
import picocli.CommandLine.IVersionProvider;

/// What `--version` answers.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Feierabend " + Release.version()};
  }
}
