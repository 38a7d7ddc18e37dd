package dev.feierabend.bench;

import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;

/// What the JVM does that is measured: hashes the journal's file from its first byte to its last,
/// which is the reference, then verifies it.
final class OneVerification {
  private static final int BLOCK = 1 << 16;

  private OneVerification() {}

  static void main(String[] args) throws Exception {
    Path journal = Path.of(args[0]);
    double reference = hashed(journal.resolve("journal.mv"));
    double worked = processorSeconds();
    long began = System.nanoTime();
    Verification found = JournalVerifier.verify(journal);
    double seconds = seconds(began);
    if (!(found instanceof Verification.Intact intact)) {
      throw new IllegalStateException("Expected an intact journal but found " + found);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d events in %.1f s, %,.0f a second, %.1f s of processors; %.1f times its file hashed (%.1f s)%n",
        intact.events(),
        seconds,
        intact.events() / seconds,
        processorSeconds() - worked,
        seconds / reference,
        reference);
  }

  private static double hashed(Path file) throws IOException, GeneralSecurityException {
    long began = System.nanoTime();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    try (var channel = FileChannel.open(file)) {
      while (channel.read(block) >= 0) {
        digest.update(block.flip());
        block.clear();
      }
    }
    digest.digest();
    return seconds(began);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }
}
