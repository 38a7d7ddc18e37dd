package dev.feierabend.core.proving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.journal.Revised;

/// How checkpoints of revision 1 are read: their key and signature are a seal of three lines.
public final class SealRevision {
  private SealRevision() {}

  public static Revised[] all() {
    return new Revised[] {new Revised("CheckpointSigned", 1, SealRevision::sealed)};
  }

  private static ObjectNode sealed(ObjectNode signed) {
    var lines = signed.putObject("seal").put("type", Seal.Lines.class.getSimpleName());
    lines.set("key", signed.remove("key"));
    lines.set("signature", signed.remove("signature"));
    return signed;
  }
}
