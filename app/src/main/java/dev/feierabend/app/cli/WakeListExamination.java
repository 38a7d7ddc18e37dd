package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeListParser;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/// Whether the list by which hosts are brought back is there and whole.
record WakeListExamination(Path file, Locale locale) {
  private static final String WHAT = "wake-list";

  Finding finding() {
    try {
      return switch (WakeListParser.parse(file.toString(), Inputs.bytes(file))) {
        case Parsed.Valid<WakeList>(var list) -> new Finding(true, WHAT, found(list));
        case Parsed.Invalid<WakeList>(var faults) ->
            new Finding(
                false,
                WHAT,
                faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
      };
    } catch (Unreadable e) {
      return new Finding(
          false,
          WHAT,
          Phrases.ofCommands(locale).of("wake-list-none", String.valueOf(e.getMessage())));
    }
  }

  private String found(WakeList list) {
    var clock =
        DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", locale)
            .withZone(ZoneId.of("Europe/Berlin"));
    return Phrases.ofCommands(locale)
        .of("wake-head", list.name(), clock.format(list.written()), list.hosts().size());
  }
}
