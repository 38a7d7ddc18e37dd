package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;

/// What came back from a controller.
sealed interface Reply {
  /// `body` is an empty object where there was none.
  record Said(int status, JsonNode body) implements Reply {
    boolean accepted() {
      return status >= 200 && status < 300;
    }

    /// True where the controller says that the request was wrong: asked again it stays wrong.
    boolean refused() {
      return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    /// The controller's own sentence: its extended message where there is one.
    String message() {
      JsonNode error = body.path("error");
      String extended = error.path("@Message.ExtendedInfo").path(0).path("Message").asText();
      String sentence = extended.isEmpty() ? error.path("message").asText() : extended;
      return sentence.isEmpty() ? "HTTP " + status : "HTTP %d: %s".formatted(status, sentence);
    }
  }

  /// Nothing that makes sense, or nothing in time.
  record Silence(String because) implements Reply {}
}
