package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
  @TempDir Path directory;

  @Test
  void whateverFaultOpeningMeetsTheFileIsFreeAgain() {
    EmbeddedStore.open(directory).close();
    assertThatThrownBy(() -> EmbeddedStore.open(new Unreadable(), directory, true))
        .isInstanceOf(ArithmeticException.class);

    var store = EmbeddedStore.open(directory);
    assertThat(store.lastNumber()).isZero();
    store.close();
  }

  /// Faults as MVStore does over damaged lengths: with anything, not only its own exception.
  private static final class Unreadable extends SingleFileStore {
    Unreadable() {
      super(new HashMap<>());
    }

    @Override
    public ByteBuffer readFully(SFChunk chunk, long at, int length) {
      throw new ArithmeticException("/ by zero");
    }
  }
}
