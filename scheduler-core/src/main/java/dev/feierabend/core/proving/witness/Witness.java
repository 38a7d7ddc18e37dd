package dev.feierabend.core.proving.witness;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.CosignerKey;

/// Somebody elsewhere who is asked to cosign checkpoints.
public interface Witness {
  CosignerKey key();

  /// @throws Outage where no answer of the protocol comes back in time
  Answer add(Submission submission);

  /// What a witness says.
  sealed interface Answer {
    /// @param lines signature lines, each with its end; nobody has looked at them yet
    record Cosigned(String lines) implements Answer {}

    /// The proof starts from another size than the one that it saw last.
    record Seen(long size) implements Answer {}

    record Refused(Objection objection) implements Answer {}
  }
}
