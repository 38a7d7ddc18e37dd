package dev.feierabend.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Archives;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is to be verified: a journal or an evidence package.
///
/// @param key that counts; empty: the one beside a journal, or in a package
record Exhibit(String name, Optional<Path> key, Source source) {
  private static final ObjectMapper JSON = JournalMapper.create();

  /// @param sentence for people
  /// @param found for programs
  record Verdict(boolean good, String sentence, JsonNode found) {}

  /// @throws Unreadable where there is nothing to examine
  Verdict examined(Locale locale) {
    return isPackage(name) ? asPackage(locale) : asJournal(locale);
  }

  static boolean isPackage(String name) {
    return !Store.isUri(name) && PackageVerifier.fits(Path.of(name));
  }

  private Verdict asJournal(Locale locale) {
    try (var store = Store.of(name, source.mongo.login())) {
      return source.archives.isEmpty()
          ? asJournal(new Shelf(store, List.of(), Archives.open(List.of())), locale)
          : withArchives(store, locale);
    }
  }

  /// An archive is verified as a package is, before anything is believed of it.
  private Verdict withArchives(Store store, Locale locale) {
    var known = Shelf.known(store, source.archives);
    return known.stream()
        .map(file -> new Exhibit(file.toString(), key, source).asPackage(locale))
        .filter(verdict -> !verdict.good())
        .findFirst()
        .orElseGet(() -> {
          try (var shelf = Shelf.of(store, known)) {
            return asJournal(shelf, locale);
          }
        });
  }

  private Verdict asJournal(Shelf shelf, Locale locale) {
    Phrases phrases = Phrases.ofCommands(locale);
    Verification found = verified(shelf);
    JsonNode told = told(found, Verification.class);
    return switch (found) {
      case Verification.Intact intact when intact.archived() > 0 ->
          new Verdict(false, unshown(intact, shelf, locale), told);
      case Verification.Intact intact -> intact(intact, phrases, told);
      case Verification.Broken broken ->
          new Verdict(false, phrases.of("broken", FlawText.of(broken, locale)), told);
      case Verification.Unreadable(var why) -> throw new Unreadable(why);
    };
  }

  /// Whoever names a key wants to know that it signed; nothing signed is no answer to that.
  private Verdict intact(Verification.Intact found, Phrases phrases, JsonNode told) {
    if (found.signed() == 0 && key.isPresent()) {
      return new Verdict(false, phrases.of("unsigned", name), told);
    }
    String sentence =
        found.signed() == 0
            ? phrases.of("intact-unsigned", found.commits(), found.events(), found.headHash())
            : phrases.of(
                "intact-signed", found.commits(), found.events(), found.headHash(), found.signed());
    return new Verdict(true, sentence, told);
  }

  /// Headers alone are half an answer, and told as such.
  private String unshown(Verification.Intact found, Shelf shelf, Locale locale) {
    String sentence =
        Phrases.ofCommands(locale).of("unshown", found.commits(), found.archived(), found.signed());
    return sentence + "\n" + String.join("\n", shelf.missing(locale));
  }

  private Verification verified(Shelf shelf) {
    var beside = source.beside(shelf.store());
    var publicKey = key.or(beside::keyFile).map(Inputs::publicKey);
    return shelf.verify(publicKey, beside.directory());
  }

  private Verdict asPackage(Locale locale) {
    Phrases phrases = Phrases.ofCommands(locale);
    Optional<PublicKey> publicKey = key.map(Inputs::publicKey);
    Examined found = PackageVerifier.verify(Path.of(name), publicKey);
    JsonNode told = told(found, Examined.class);
    return switch (found) {
      case Examined.Sound sound -> new Verdict(true, sentence(sound, phrases), told);
      case Examined.Unsound(var fault) ->
          new Verdict(false, phrases.of("unsound", fault.told(locale)), told);
      case Examined.Broken(var broken) ->
          new Verdict(false, phrases.of("broken", FlawText.of(broken, locale)), told);
      case Examined.Unreadable(var why) -> throw new Unreadable(why);
    };
  }

  private String sentence(Examined.Sound sound, Phrases phrases) {
    String content = phrases.of("intact", sound.commits(), sound.events(), sound.lastHash());
    String seal =
        sound
            .key()
            .map(id ->
                phrases.of(key.isPresent() ? "sealed-known" : "sealed-own", sound.signed(), id))
            .orElseGet(() -> phrases.of("unsealed"));
    String part = sound.scope().whole() ? "" : "\n" + phrases.of("part", sound.scope());
    return content + part + "\n" + seal;
  }

  /// With the name of its case.
  private static JsonNode told(Object found, Class<?> as) {
    try {
      return JSON.readTree(JSON.writerFor(as).writeValueAsString(found));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A verdict is data", e);
    }
  }
}
