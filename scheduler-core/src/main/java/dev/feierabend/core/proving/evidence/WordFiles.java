package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.WordCheck;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.notes.NoteSignature;
import dev.feierabend.core.proving.stamps.TimestampReply;
import dev.feierabend.core.proving.stamps.TimestampTrust;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Others' word on a package's checkpoint, as far as it lies there in members of its own.
record WordFiles(PackageFile file, Manifest manifest, SignedTree tree) {
  private static final int SMALL = 1 << 20;

  /// One that isn't word on this checkpoint: a time stamp must hold by itself, cosignatures must be
  /// lines; whose they are is asked by whoever has keys.
  Optional<Fault> fault() {
    return fault(new WordCheck(List.of(), Optional.of(TimestampTrust.ANYBODY)));
  }

  /// The same by keys from elsewhere.
  Optional<Fault> fault(WordCheck check) {
    return manifest.files().keySet().stream()
        .filter(Members::vouches)
        .filter(name -> !holds(name, check))
        .findFirst()
        .map(name -> Fault.of(Kind.WORD, name));
  }

  private byte[] bytes(String name) {
    return file.bytes(name, SMALL).orElse(new byte[0]);
  }

  private boolean holds(String name, WordCheck check) {
    return name.equals(Members.COSIGNATURES)
        ? cosigned(bytes(name), check)
        : name.equals(Members.timestamp(tree.head().size()))
            && TimestampReply.token(bytes(name))
                .filter(token -> check.stamped(tree.seal(), token))
                .isPresent();
  }

  private boolean cosigned(byte[] member, WordCheck check) {
    try {
      var lines = new String(member, UTF_8).lines().map(NoteSignature::parse).toList();
      String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
      return !lines.isEmpty()
          && Arrays.equals(text.getBytes(UTF_8), member)
          && lines.stream().allMatch(line -> check.cosigned(tree.seal(), line));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
