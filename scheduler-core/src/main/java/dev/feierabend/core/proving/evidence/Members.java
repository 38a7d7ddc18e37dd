package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.proving.tree.TileId;
import java.util.regex.Pattern;

/// What the members of a package are called.
final class Members {
  /// The signed tree.
  static final String CHECKPOINT = "checkpoint";

  /// The key of the checkpoint as a line (vkey), and the same as PEM for other tools.
  static final String VERIFIER_KEY = "log.vkey";

  static final String PEM = "log.pem";

  /// Witnesses' signature lines on the checkpoint: put behind it, they make it a cosigned one.
  static final String COSIGNATURES = "cosignatures";

  /// Commits a file.
  static final long STRIDE = 10_000;

  private static final Pattern KNOWN =
      Pattern.compile(
          "checkpoint|cosignatures|log\\.vkey|log\\.pem|README\\.txt|LIESMICH\\.txt|PRUEFPROTOKOLL\\.txt"
              + "|events/\\d{12}\\.jsonl|policies/[0-9a-f]{64}\\.yaml|rotations/\\d{12}\\.note"
              + "|timestamps/\\d{12}\\.tsr|tile/(entries|\\d)/(x\\d{3}/)*\\d{3}(\\.p/\\d{1,3})?");

  private Members() {}

  static boolean known(String name) {
    return KNOWN.matcher(name).matches();
  }

  /// The file that a commit stands in, called after the first it could hold.
  static String events(long number) {
    return "events/%012d.jsonl".formatted((number - 1) / STRIDE * STRIDE + 1);
  }

  static String policy(String digest) {
    return "policies/%s.yaml".formatted(digest);
  }

  static String rotation(long number) {
    return "rotations/%012d.note".formatted(number);
  }

  /// The time stamp of the checkpoint of so many commits, as an authority answers (RFC 3161).
  static String timestamp(long size) {
    return "timestamps/%012d.tsr".formatted(size);
  }

  /// Whether it is others' word on the checkpoint.
  static boolean vouches(String name) {
    return name.equals(COSIGNATURES) || name.startsWith("timestamps/");
  }

  /// Whether it is the same as is recorded in a commit.
  static boolean recorded(String name) {
    return vouches(name) || name.startsWith("rotations/");
  }

  static String tile(TileId tile) {
    return "tile/%d/%s".formatted(tile.level(), tile.indexPath());
  }

  static String entries(TileId tile) {
    return "tile/entries/" + tile.indexPath();
  }
}
