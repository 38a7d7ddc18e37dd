package dev.feierabend.app.cli;

import dev.feierabend.app.store.Store;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.WordCheck;
import dev.feierabend.core.proving.evidence.Fault;
import dev.feierabend.core.proving.evidence.PackageWords;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.stamps.TimestampTrust;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who else is to have vouched for a history: witnesses by their keys, an authority for time stamps
/// by the certificates it leads to.
final class OthersWord {
  @Option(
      names = "--witness",
      paramLabel = "FILE",
      description =
          "A witness's key (witness.vkey): its cosignatures must hold, and there must be one.")
  List<Path> witnesses = List.of();

  @Option(
      names = "--timestamp-ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) that time stamps must lead to; there must be one.")
  @Nullable Path authority;

  /// What was found of those who were named.
  sealed interface Found {
    /// @param vouched the size of the largest tree each vouched for
    record Good(Map<String, Long> vouched) implements Found {}

    /// @param commit that holds a word which isn't what it claims to be
    record False(long commit) implements Found {}

    /// @param fault that names a package's member which isn't
    record Unsound(Fault fault) implements Found {}

    record Missing(String who) implements Found {}
  }

  boolean isNamed() {
    return !witnesses.isEmpty() || authority != null;
  }

  Found in(Store store) {
    var check = check();
    try (var history = store.history();
        var commits = history.commits()) {
      return commits
          .filter(commit -> !check.holds(commit))
          .findFirst()
          .map(Commit::number)
          .<Found>map(Found.False::new)
          .orElseGet(() -> complete(check.vouched()));
    }
  }

  Found in(PackageWords words) {
    var check = check();
    return words
        .falseCommit(check)
        .<Found>map(Found.False::new)
        .or(() -> words.falseMember(check).map(Found.Unsound::new))
        .orElseGet(() -> complete(check.vouched()));
  }

  private WordCheck check() {
    return new WordCheck(keys(), Optional.ofNullable(authority).map(OthersWord::trust));
  }

  private List<CosignerKey> keys() {
    return witnesses.stream().map(OthersWord::key).toList();
  }

  private Found complete(Map<String, Long> vouched) {
    return keys().stream()
        .map(key -> key.name().value())
        .filter(name -> !vouched.containsKey(name))
        .findFirst()
        .or(() ->
            Optional.ofNullable(authority)
                .filter(_ -> !vouched.containsKey(WordCheck.STAMPED))
                .map(Path::toString))
        .<Found>map(Found.Missing::new)
        .orElseGet(() -> new Found.Good(vouched));
  }

  private static CosignerKey key(Path file) {
    try {
      return CosignerKey.parse(Inputs.firstLine(file));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static TimestampTrust trust(Path file) {
    try {
      return TimestampTrust.in(new ByteArrayInputStream(Inputs.bytes(file)));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
