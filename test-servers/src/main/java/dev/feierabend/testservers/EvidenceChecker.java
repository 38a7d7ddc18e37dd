package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Other people's code (Go's checksum database, transparency-dev, an independent RFC 8785) that
/// checks a tiled log with its checkpoint and proofs.
public record EvidenceChecker(String program) {
  /// What it said, and whether all held.
  public record Verdict(boolean holds, String said) {}

  /// The checker; where it can't be had here, the test is skipped.
  public static EvidenceChecker get() {
    return new EvidenceChecker(RealServers.require(Server.EVIDENCE).program("evidence"));
  }

  /// @param key a file with a verifier key
  /// @param folder laid out as c2sp.org/tlog-tiles
  /// @param proofs files `*.tlog-proof`; `*.consistency`: two sizes, then a hash a line;
  ///   `*.cosigned`: a witness's key, then the checkpoint
  public Verdict check(Path key, Path folder, List<Path> proofs) {
    List<String> command = new ArrayList<>(List.of(program, key.toString(), folder.toString()));
    proofs.forEach(proof -> command.add(proof.toString()));
    try {
      Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(run.getInputStream().readAllBytes(), UTF_8).strip();
      return new Verdict(run.waitFor() == 0, said);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the checker of evidence to run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while evidence was checked", e);
    }
  }
}
