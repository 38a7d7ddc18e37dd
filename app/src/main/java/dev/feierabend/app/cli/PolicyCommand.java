package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Questions about policies.
@Command(
    name = "policy",
    description = "Checks, explains and compares schedule policies.",
    subcommands = {PolicyCheckCommand.class, PolicyExplainCommand.class, PolicyDiffCommand.class})
final class PolicyCommand {}
