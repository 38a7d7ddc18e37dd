package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Where journals are kept.
@Command(
    name = "journal",
    description = "Begins a journal in MongoDB, or moves one from store to store.",
    subcommands = {JournalInitCommand.class, JournalCopyCommand.class})
final class JournalCommand {}
