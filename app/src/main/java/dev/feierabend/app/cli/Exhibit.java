package dev.feierabend.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Optional;

/// What is to be verified: a journal's directory or an evidence package.
///
/// @param key that counts; empty: the one beside a journal, or in a package
record Exhibit(Path path, Optional<Path> key) {
  private static final ObjectMapper JSON = JournalMapper.create();

  /// @param sentence for people
  /// @param found for programs
  record Verdict(boolean good, String sentence, JsonNode found) {}

  /// @throws Unreadable where there is nothing to examine
  Verdict examined(Locale locale) {
    return PackageVerifier.fits(path) ? asPackage(locale) : asJournal(locale);
  }

  private Verdict asJournal(Locale locale) {
    Phrases phrases = Phrases.ofCommands(locale);
    Verification found =
        key.or(() -> new Beside(path).keyFile())
            .map(file -> JournalVerifier.verify(path, Inputs.publicKey(file)))
            .orElseGet(() -> JournalVerifier.verify(path));
    JsonNode told = told(found, Verification.class);
    return switch (found) {
      case Verification.Intact intact ->
          new Verdict(
              true,
              phrases.of("intact", intact.commits(), intact.events(), intact.headHash()),
              told);
      case Verification.Broken broken ->
          new Verdict(false, phrases.of("broken", FlawText.of(broken, locale)), told);
      case Verification.Unreadable(var why) -> throw new Unreadable(why);
    };
  }

  private Verdict asPackage(Locale locale) {
    Phrases phrases = Phrases.ofCommands(locale);
    Optional<PublicKey> publicKey = key.map(Inputs::publicKey);
    Examined found = PackageVerifier.verify(path, publicKey);
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
