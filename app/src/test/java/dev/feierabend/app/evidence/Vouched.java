package dev.feierabend.app.evidence;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.app.witness.Town;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Vouching.Asked;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.stamps.OpensslAuthority;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampQuery;
import dev.feierabend.core.proving.witness.Submission;
import dev.feierabend.core.proving.witness.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal in a folder, two checkpoints of which an authority (`openssl ts`) and a witness
/// vouched for, with what is needed to ask about that.
record Vouched(Path folder, OpensslAuthority openssl) {
  static final String WITNESS = "example.org/w";

  /// Cosigns whatever it is shown.
  private record Trusting(Cosigner cosigner) implements Witness {
    @Override
    public CosignerKey key() {
      return cosigner.verifier();
    }

    @Override
    public Answer add(Submission submission) {
      var word = cosigner.cosign(submission.checkpoint().text(), Town.NOW);
      return new Answer.Cosigned(word.line() + "\n");
    }
  }

  static Vouched in(Path folder) throws IOException {
    var vouched =
        new Vouched(folder, OpensslAuthority.in(Files.createDirectory(folder.resolve("tsa"))));
    var signer = CheckpointSigner.ofPem(CheckpointSigner.drawnPem());
    var witness = new Trusting(signer.cosigner(new KeyName(WITNESS)));
    var asked = new Asked(Optional.of(vouched::stamp), List.of(witness), false);
    try (var town = Town.in(vouched.journal())) {
      town.happens("storm").asks(asked).happens("more").asks(asked);
    }
    Files.writeString(vouched.key(), CheckpointKey.pem(Town.key().key()));
    Files.writeString(vouched.witness(), witness.key() + "\n");
    return vouched;
  }

  Stamping stamp(byte[] digest) {
    var query = TimestampQuery.of(digest, BigInteger.TWO, Optional.empty());
    try {
      return query.read(openssl.reply(query.der()), openssl.trust());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path journal() {
    return folder.resolve("journal");
  }

  Path key() {
    return journal().resolve("checkpoint.pub");
  }

  Path witness() {
    return folder.resolve("witness.vkey");
  }

  Path authority() {
    return openssl.file("ca.pem");
  }

  Parcel exported(Object... more) {
    Path file = folder.resolve("exported.zip");
    var words = new ArrayList<Object>(List.of("export", "--journal", journal(), "--out", file));
    words.addAll(List.of(more));
    Typed typed = Typed.of(words.toArray());
    if (typed.exit() != 0) {
      throw new AssertionError(typed.err());
    }
    return Parcel.of(file);
  }
}
