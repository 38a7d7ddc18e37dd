package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Whether the documents in a package are those that its commits proposed.
final class PolicyFiles {
  private static final int LARGEST = 1 << 20;

  private final PackageFile file;
  private final Set<String> due = new HashSet<>();
  private Optional<Fault> fault = Optional.empty();

  PolicyFiles(PackageFile file) {
    this.file = file;
  }

  /// Asked about each commit.
  void next(Commit commit) {
    Policies.in(commit)
        .forEach((digest, text) -> {
          String name = Members.policy(digest);
          boolean same =
              file.bytes(name, LARGEST)
                  .filter(bytes -> Arrays.equals(bytes, text.getBytes(UTF_8)))
                  .isPresent();
          due.add(name);
          if (!same && fault.isEmpty()) {
            fault = Optional.of(Fault.of(Kind.POLICY, digest));
          }
        });
  }

  Optional<Fault> end(Manifest manifest) {
    return fault.or(() ->
        manifest.files().keySet().stream()
            .filter(name -> name.startsWith("policies/") && !due.contains(name))
            .findFirst()
            .map(name -> Fault.of(Kind.MEMBER_UNLISTED, name)));
  }
}
