package dev.feierabend.app.cli;

import picocli.CommandLine.Command;

/// Who is who.
@Command(
    name = "person",
    description = "Tells whose the pseudonyms of a history are, and forgets people.",
    subcommands = {PersonListCommand.class, PersonEraseCommand.class})
final class PersonCommand {}
