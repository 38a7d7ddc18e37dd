package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.agreeing.Wish;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/// How a document is handed in, and what is answered.
final class Handing {
  private Handing() {}

  /// @throws Declined where it is larger than any document
  static byte[] read(InputStream body) throws IOException {
    byte[] document = body.readNBytes(Wish.LARGEST_DOCUMENT + 1);
    if (document.length > Wish.LARGEST_DOCUMENT) {
      throw Declined.tooLarge();
    }
    return document;
  }

  static ResponseEntity<AgreementView> created(AgreementView view) {
    return ResponseEntity.created(
            URI.create("/api/v1/agreements/" + view.tenant() + "/" + view.policy()))
        .body(view);
  }
}
