package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.Tiling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes evidence packages of a history that was verified before. It is read three times, a commit
/// at a time.
public final class EvidenceWriter {
  private final Supplier<Stream<Commit>> history;
  private final Scope scope;
  private final Optional<PublicKey> key;
  private final Survey survey = new Survey();

  /// @param history all of it, anew each time
  /// @param key by which its checkpoints are verified; it goes along
  public EvidenceWriter(Supplier<Stream<Commit>> history, Scope scope, Optional<PublicKey> key) {
    this.history = history;
    this.scope = scope;
    this.key = key;
  }

  /// @throws Outage where `target` can't be written
  public Written write(Path target) {
    try (var archive = new Archive(target)) {
      read(survey::take);
      vouchers(archive);
      long commits = commits(archive);
      tree(archive);
      pages(archive, commits);
      archive.finish(scope, survey.head());
      return new Written(commits, survey.signed().map(Survey.Signed::size).orElse(0L));
    } catch (IOException | UncheckedIOException e) {
      throw new Outage(
          "%s cannot be written (%s); look at the disk and its rights".formatted(target, e), e);
    }
  }

  /// @param commits in the package
  /// @param signed up to which commit the history is signed; 0: nowhere
  public record Written(long commits, long signed) {}

  private void pages(Archive archive, long commits) throws IOException {
    var tree = survey.signed().map(Survey.Signed::tree);
    var facts =
        Map.of(
            "origin", tree.map(head -> head.origin().value()).orElse("-"),
            "scope", scope.toString(),
            "commits", Long.toString(commits),
            "head", Long.toString(survey.head().number()),
            "size", tree.map(head -> Long.toString(head.size())).orElse("0"),
            "root", tree.map(head -> head.root().toString()).orElse("-"),
            "key", verifier().map(VerifierKey::toString).orElse("-"));
    for (Page page : Page.values()) {
      archive.add(page.member(), page.text(facts).getBytes(UTF_8));
    }
  }

  private Optional<VerifierKey> verifier() {
    return survey
        .signed()
        .flatMap(signed -> key.map(known -> new VerifierKey(signed.tree().origin(), known)));
  }

  private void vouchers(Archive archive) throws IOException {
    if (survey.signed().isPresent()) {
      archive.add(Members.CHECKPOINT, survey.signed().get().note().getBytes(UTF_8));
    }
    if (verifier().isPresent()) {
      var own = verifier().get();
      archive.add(Members.VERIFIER_KEY, (own + "\n").getBytes(UTF_8));
      archive.add(Members.PEM, CheckpointKey.pem(own.key()).getBytes(UTF_8));
    }
    for (var member : survey.members().entrySet()) {
      archive.add(member.getKey(), member.getValue());
    }
  }

  private boolean wanted(Commit commit) {
    return scope.holds(commit.header()) || fixesTheHeads(commit);
  }

  /// The last commit of the signed tree shows a customer that nothing is missing at the end.
  private boolean fixesTheHeads(Commit commit) {
    return survey.signed().filter(signed -> signed.size() == commit.number()).isPresent();
  }

  private long commits(Archive archive) throws IOException {
    try (var all = history.get()) {
      var wanted = all.filter(this::wanted).iterator();
      long count = 0;
      var next = wanted.hasNext() ? Optional.of(wanted.next()) : Optional.<Commit>empty();
      while (next.isPresent()) {
        var chunk = new Chunk(next.get(), wanted);
        archive.add(Members.events(next.get().number()), chunk);
        count += chunk.count();
        next = chunk.next();
      }
      return count;
    }
  }

  private void tree(Archive archive) throws IOException {
    var entries = new Bundling((tile, bundle) -> unchecked(archive, Members.entries(tile), bundle));
    var tiling = new Tiling((tile, hashes) -> unchecked(archive, Members.tile(tile), hashes));
    read(commit -> {
      byte[] entry = commit.sealed().getBytes(UTF_8);
      if (survey.signed().filter(signed -> commit.number() <= signed.size()).isPresent()) {
        tiling.append(MerkleHash.leaf(entry));
        if (scope.whole()) {
          entries.append(entry);
        }
      }
      if (scope.holds(commit.header())) {
        Policies.in(commit).forEach((digest, text) -> once(archive, Members.policy(digest), text));
      }
    });
    tiling.finish();
    entries.finish();
  }

  private static void once(Archive archive, String member, String text) {
    if (!archive.holds(member)) {
      unchecked(archive, member, text.getBytes(UTF_8));
    }
  }

  private static void unchecked(Archive archive, String member, byte[] bytes) {
    try {
      archive.add(member, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Consumer<Commit> reader) {
    try (var commits = history.get()) {
      commits.forEachOrdered(reader);
    }
  }
}
