package dev.feierabend.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.evidence.Growth;
import dev.feierabend.core.proving.evidence.PackageWords;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whether a history is whole, and goes on from an earlier one; 1 if not, with what fails and how.
@Command(name = "verify", description = "Verifies a journal or an evidence package offline.")
final class VerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Source source = new Source();
  @Mixin OthersWord others = new OthersWord();

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "A journal's directory, its mongodb:// URI, or an evidence package.")
  String path = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEWER",
      description = "Another one: is it a continuation of the first?")
  @Nullable String newer;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "The public key that signed the checkpoints; by default the one beside the journal or in the package.",
        "One that you kept yourself proves more."
      })
  @Nullable Path key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that you kept: the history must have been that tree once.")
  @Nullable Path checkpoint;

  @Override
  public Integer call() {
    boolean good = archivesAreNamed() && examined(path);
    if (good && newer != null) {
      good = examined(newer) && continues(path, newer);
    }
    if (good && checkpoint != null) {
      good = agrees(Optional.ofNullable(newer).orElse(path), checkpoint);
    }
    if (good && others.isNamed()) {
      good = vouched(Optional.ofNullable(newer).orElse(path));
    }
    return good ? Exit.GOOD : Exit.NO;
  }

  /// Each by a journal that is to be verified.
  private boolean archivesAreNamed() {
    if (source.archives.isEmpty()) {
      return true;
    }
    var histories =
        Stream.of(path, Optional.ofNullable(newer).orElse(path))
            .filter(one -> !Exhibit.isPackage(one))
            .map(this::ledger)
            .toList();
    var objection = Shelf.objection(histories, source.archives, Languages.of(spec));
    objection.ifPresent(sentence -> no(path, sentence));
    return objection.isEmpty();
  }

  private Ledger ledger(String one) {
    try (var store = source.store(one)) {
      return Shelf.ledger(store);
    }
  }

  private boolean vouched(String one) {
    Locale locale = Languages.of(spec);
    Phrases phrases = Phrases.ofCommands(locale);
    return switch (word(one)) {
      case OthersWord.Found.Good(var sizes) -> {
        sizes.forEach((who, size) -> tell(one, BooleanNode.TRUE, phrases.of("vouched", who, size)));
        yield true;
      }
      case OthersWord.Found.False(var commit) -> no(one, phrases.of("word-false", commit));
      case OthersWord.Found.Unsound(var fault) ->
          no(one, phrases.of("unsound", fault.told(locale)));
      case OthersWord.Found.Missing(var who) -> no(one, phrases.of("word-missing", who));
    };
  }

  private OthersWord.Found word(String one) {
    if (Exhibit.isPackage(one)) {
      return others.in(new PackageWords(Path.of(one)));
    }
    try (var store = source.store(one)) {
      return others.in(store);
    }
  }

  private boolean no(String one, String sentence) {
    tell(one, BooleanNode.FALSE, sentence);
    return false;
  }

  private boolean examined(String one) {
    var verdict = new Exhibit(one, Optional.ofNullable(key), source).examined(Languages.of(spec));
    tell(one, verdict.found(), verdict.sentence());
    return verdict.good();
  }

  private boolean continues(String older, String later) {
    long size = grown(older, Growth::size);
    MerkleHash root = grown(older, it -> it.rootAt(size)).orElse(MerkleHash.EMPTY);
    boolean same = grown(later, it -> it.continues(size, root));
    return told(later, same, "continues", "diverges", size);
  }

  private boolean agrees(String one, Path kept) {
    var note = note(kept);
    var head = TreeHead.parse(note.text());
    if (key != null && !note.holds(new VerifierKey(head.origin(), Inputs.publicKey(key)))) {
      return told(kept.toString(), false, "", "checkpoint-unsigned", head.size());
    }
    boolean same = grown(one, it -> it.continues(head.size(), head.root()));
    return told(one, same, "checkpoint-held", "checkpoint-other", head.size());
  }

  private <T> T grown(String one, Function<Growth, T> question) {
    if (Exhibit.isPackage(one)) {
      return question.apply(new Growth.OfPackage(Path.of(one)));
    }
    try (var store = source.store(one)) {
      return question.apply(new Growth.OfJournal(store::history));
    }
  }

  private static SignedNote note(Path file) {
    try {
      return SignedNote.parse(new String(Inputs.bytes(file), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("Expected a checkpoint in %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private boolean told(String about, boolean good, String yes, String no, long size) {
    tell(
        about,
        BooleanNode.valueOf(good),
        Phrases.ofCommands(Languages.of(spec)).of(good ? yes : no, about, size));
    return good;
  }

  private void tell(String about, JsonNode found, String sentence) {
    if (form.json) {
      form.print(new Verified(about, found, sentence));
    } else {
      spec.commandLine().getOut().println(sentence);
    }
  }
}
