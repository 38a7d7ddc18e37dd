package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Where journals are kept.
@Command(
    name = "journal",
    description = "Begins a journal in MongoDB, moves one from store to store, archives a period.",
    subcommands = {JournalInitCommand.class, JournalCopyCommand.class, JournalArchiveCommand.class})
final class JournalCommand {}
