package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Whether hosts are known to wake.
@Command(
    name = "drill",
    description = "Tells which hosts are known to wake, and has them drilled.",
    subcommands = {DrillListCommand.class, DrillApproveCommand.class, DrillDemandCommand.class})
final class DrillCommand {}
