package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Three days of a demonstration, of which the first and then the second move to archives.
///
/// @param whole the store that everything is in
/// @param shorter without the first day's events
/// @param shortest without the second's either, and with what lies beside a journal
/// @param may11 the first day's archive
/// @param may12 the second's
record ArchivedDemo(Path whole, Path shorter, Path shortest, Path may11, Path may12) {
  static final String FIRST = "2026-05-11";
  static final String SECOND = "2026-05-12";

  static ArchivedDemo in(Path folder) throws IOException {
    var demo =
        new ArchivedDemo(
            folder.resolve("demo"),
            folder.resolve("shorter"),
            folder.resolve("shortest"),
            folder.resolve("may11.zip"),
            folder.resolve("may12.zip"));
    assertThat(Typed.of("demo", "--days", 3, "--hosts", 6, "--seed", 7, "--out", demo.whole).exit())
        .isZero();
    assertThat(demo.archive(demo.whole, FIRST, demo.may11, demo.shorter).exit()).isZero();
    assertThat(demo.archive(demo.shorter, SECOND, demo.may12, demo.shortest).exit()).isZero();
    for (String beside : List.of("fleet.yaml", "actors.yaml", "checkpoint.pub")) {
      Files.copy(demo.whole.resolve(beside), demo.shortest.resolve(beside));
    }
    return demo;
  }

  /// By the demonstration's key.
  Typed archive(Object journal, String until, Path out, Object into) {
    return withKey(
        "journal", "archive", "--journal", journal, "--until", until, "--out", out, "--into", into);
  }

  private Typed withKey(Object... words) {
    return Typed.of(
        Stream.concat(Stream.of(words), Stream.of("--key", whole.resolve("checkpoint.pub")))
            .toArray());
  }

  /// The same words, with both archives at hand.
  Typed withBoth(Object... words) {
    return Typed.of(
        Stream.concat(Stream.of(words), Stream.of("--archive", may11, "--archive", may12))
            .toArray());
  }

  static Typed verify(Object journal, Object... more) {
    return Typed.of(Stream.concat(Stream.of("verify", journal), Stream.of(more)).toArray());
  }
}
