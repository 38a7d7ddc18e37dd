package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Whether the bundles of entries are the headers of the commits, no more and no less.
final class EntryCheck {
  private static final int LARGEST = 256 * 0x10001;

  private final Set<String> due = new HashSet<>();
  private final Set<String> wrong = new HashSet<>();
  private final Bundling bundling;
  private final long size;

  /// @param size of the signed tree
  EntryCheck(PackageFile file, long size) {
    this.size = size;
    this.bundling =
        new Bundling((tile, bundle) -> {
          String name = Members.entries(tile);
          due.add(name);
          if (file.bytes(name, LARGEST).filter(found -> Arrays.equals(found, bundle)).isEmpty()) {
            wrong.add(name);
          }
        });
  }

  /// Asked about each commit in order.
  void next(Commit commit) {
    if (commit.number() <= size) {
      bundling.append(commit.sealed().getBytes(UTF_8));
    }
  }

  Optional<Fault> end(Manifest manifest) {
    bundling.finish();
    manifest.files().keySet().stream()
        .filter(name -> name.startsWith("tile/entries/") && !due.contains(name))
        .forEach(wrong::add);
    return wrong.stream().sorted().findFirst().map(name -> Fault.of(Kind.TILE, name));
  }
}
