package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Questions about policies.
@Command(
    name = "policy",
    description = "Checks, explains, compares, imports, suggests and describes schedule policies.",
    subcommands = {
      PolicyCheckCommand.class,
      PolicyExplainCommand.class,
      PolicyDiffCommand.class,
      PolicyImportCommand.class,
      PolicySuggestCommand.class,
      PolicySchemaCommand.class,
      PolicyTemplateCommand.class
    })
final class PolicyCommand {}
