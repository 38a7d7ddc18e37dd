package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.reporting.Sentences;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// In whose words things are told: which names machines have, whose clocks count, what the sender
/// is called.
///
/// @param sender the fleet's name
/// @param names what people call a host, workload or actor; people stay pseudonyms outside
public record Words(String sender, ZoneId zone, UnaryOperator<String> names) {
  /// One line.
  String of(JournalEvent event, Locale locale) {
    return new Sentences(locale, zone, names).of(event).replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
