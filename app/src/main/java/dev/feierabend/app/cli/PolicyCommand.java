package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Questions about policies.
@Command(
    name = "policy",
    description = "Checks, explains, compares and imports schedule policies.",
    subcommands = {
      PolicyCheckCommand.class,
      PolicyExplainCommand.class,
      PolicyDiffCommand.class,
      PolicyImportCommand.class
    })
final class PolicyCommand {}
