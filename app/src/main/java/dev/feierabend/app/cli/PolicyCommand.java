package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Questions about policies.
@Command(
    name = "policy",
    description = "Checks and explains schedule policies.",
    subcommands = {PolicyCheckCommand.class, PolicyExplainCommand.class})
final class PolicyCommand {}
