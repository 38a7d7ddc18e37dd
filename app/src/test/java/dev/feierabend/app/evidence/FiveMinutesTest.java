package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An auditor who has the package, a key and the page, types what stands there.
class FiveMinutesTest {
  private static final String EVENTS = "events/000000000001.jsonl";
  @TempDir static Path shared;
  private static Path journal;
  @TempDir Path folder;

  private record Session(int exit, String out) {}

  @BeforeAll
  static void live() {
    journal = shared.resolve("out");
    assertThat(Typed.demo(journal).exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.txt", "LIESMICH.txt"})
  void aSoundPackageIsFoundGood(String page) throws Exception {
    for (List<Object> more : List.of(List.<Object>of(), List.<Object>of("--customer", "ahausen"))) {
      Session session = typed(page, exported(more), journal.resolve("checkpoint.pub"));

      assertThat(session.exit()).as(session.out()).isZero();
      assertThat(session.out())
          .contains("files: OK", "Signature Verified Successfully", "good: ")
          .doesNotContain("FAILED", "Failure", "BAD");
    }
  }

  @Test
  void aChangedEventIsFound() throws Exception {
    Parcel sound = exported(List.of());
    Parcel forged =
        sound.edited(EVENTS, text -> text.replaceFirst("\"actor-4\"", "\"actor-5\"")).listed();

    assertThat(typed("README.txt", forged, journal.resolve("checkpoint.pub")).out())
        .contains("BAD: the events of commit ");
  }

  @Test
  void aChangedEventWhoseHashesWereMadeAnewIsFound() throws Exception {
    assertThat(Typed.demo(shared.resolve("forger"), "--seed", 5).exit()).isZero();
    Path file = folder.resolve("forger.zip");
    assertThat(Typed.of("export", "--journal", shared.resolve("forger"), "--out", file).exit())
        .isZero();

    Session session = typed("README.txt", Parcel.of(file), journal.resolve("checkpoint.pub"));

    assertThat(session.out()).contains("Signature Verification Failure");
  }

  @Test
  void aHistoryThatEndsBeforeItsCheckpointIsFound() throws Exception {
    Parcel forged =
        exported(List.of())
            .edited(
                EVENTS, text -> text.lines().limit(20).collect(Collectors.joining("\n", "", "\n")))
            .listed();

    assertThat(typed("README.txt", forged, journal.resolve("checkpoint.pub")).out())
        .contains("BAD: the last commits are missing");
  }

  @Test
  void aDocumentThatWasExchangedIsFound() throws Exception {
    Parcel sound = exported(List.of());
    String policy =
        sound.members().keySet().stream()
            .filter(name -> name.startsWith("policies/"))
            .findFirst()
            .orElseThrow();

    Parcel forged = sound.edited(policy, text -> text + "#").listed();

    assertThat(typed("LIESMICH.txt", forged, journal.resolve("checkpoint.pub")).out())
        .contains("BAD: the document " + policy);
  }

  @Test
  void aCustomersCommitThatIsMissingIsFound() throws Exception {
    Parcel sound = exported(List.of("--customer", "ahausen"));
    List<String> lines = new String(sound.members().get(EVENTS), UTF_8).lines().toList();
    Parcel forged =
        sound
            .edited(
                EVENTS,
                _ ->
                    lines.stream().limit(6).collect(Collectors.joining("\n", "", "\n"))
                        + lines.stream().skip(8).collect(Collectors.joining("\n", "", "\n")))
            .listed();

    assertThat(typed("LIESMICH.txt", forged, journal.resolve("checkpoint.pub")).out())
        .contains("BAD: the commit before ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.txt", "LIESMICH.txt"})
  void aTimeStampIsFoundGoodAndAForeignOneIsnt(String page) throws Exception {
    var vouched = Vouched.in(folder);
    for (var parcel : List.of(vouched.exported(), vouched.exported("--customer", "bergstadt"))) {
      String name =
          parcel.members().keySet().stream()
              .filter(member -> member.startsWith("timestamps/"))
              .findFirst()
              .orElseThrow();
      var foreign = ((Stamping.Stamped) vouched.stamp(new byte[32])).token();
      var forged = parcel.with(name, TimestampReply.granting(foreign).orElseThrow()).listed();

      assertThat(typed(page, parcel, vouched).out())
          .contains("files: OK", "Signature Verified Successfully", "good: ")
          .contains("Verification: OK", "Time stamp: ");
      assertThat(typed(page, forged, vouched).out())
          .contains("Verification: FAILED")
          .doesNotContain("Verification: OK");
    }
  }

  private Session typed(String page, Parcel parcel, Vouched vouched) throws Exception {
    return typed(page, parcel, vouched.key(), vouched.authority());
  }

  private Parcel exported(List<Object> more) {
    Path file = folder.resolve("package.zip");
    Object[] words = new Object[5 + more.size()];
    System.arraycopy(new Object[] {"export", "--journal", journal, "--out", file}, 0, words, 0, 5);
    System.arraycopy(more.toArray(), 0, words, 5, more.size());
    assertThat(Typed.of(words).exit()).isZero();
    return Parcel.of(file);
  }

  private Session typed(String page, Parcel parcel, Path key) throws Exception {
    return typed(page, parcel, key, Path.of("none"));
  }

  /// What stands between the page's lines of `~~~~`, in a shell, with the paths that the auditor
  /// puts in.
  private Session typed(String page, Parcel parcel, Path key, Path authority) throws Exception {
    Path desk = Files.createTempDirectory(folder, "desk");
    parcel.packed(desk.resolve("PACKAGE.zip"));
    Path empty = Files.createDirectory(desk.resolve("empty"));
    var parts = new String(parcel.members().get(page), UTF_8).split("(?m)^~~~~\n");
    String script =
        IntStream.range(0, parts.length)
            .filter(part -> part % 2 == 1)
            .mapToObj(part -> parts[part])
            .collect(Collectors.joining())
            .replace("/tmp/", desk + "/")
            .replaceAll("/(path/to|pfad/zum)/PACKAGE.zip", desk.resolve("PACKAGE.zip").toString())
            .replaceAll("/(path/to/your|pfad/zu/ihrer)/checkpoint.pub", key.toString())
            .replaceAll("/path/to/authority.pem|/pfad/zur/stelle.pem", authority.toString());
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(empty.toFile())
            .redirectErrorStream(true)
            .start();
    shell.getOutputStream().close();
    String out = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return new Session(shell.waitFor(), out);
  }
}
