package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.switching.Look;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// What came back from a controller.
sealed interface Reply {
  /// `body` is an empty object where there was none.
  record Said(int status, JsonNode body, HttpHeaders headers) implements Reply {
    static final int UNAUTHORIZED = 401;

    boolean accepted() {
      return status >= 200 && status < 300;
    }

    boolean isOf(int... statuses) {
      for (int each : statuses) {
        if (each == status) {
          return true;
        }
      }
      return false;
    }

    /// True where the controller says that the request was wrong: asked again it stays wrong.
    boolean refused() {
      return status >= 400 && status < 500 && !isOf(408, 412, 425, 428, 429);
    }

    /// Where it found the request wrong; else its effect is unknown.
    Answer no() {
      return refused() ? new Answer.Refused(message()) : new Answer.Unknown(message());
    }

    Look.Hidden hidden() {
      return new Look.Hidden(no(), message());
    }

    Optional<String> header(String name) {
      return headers.firstValue(name).filter(value -> !value.isBlank());
    }

    /// The controller's own sentence: its extended message where there is one.
    String message() {
      JsonNode error = body.path("error");
      String extended = error.path("@Message.ExtendedInfo").path(0).path("Message").asText();
      String sentence = extended.isEmpty() ? error.path("message").asText() : extended;
      return sentence.isEmpty() ? "HTTP " + status : "HTTP %d: %s".formatted(status, sentence);
    }
  }

  /// Nothing that makes sense, nothing in time, or nobody to ask as.
  record Silence(Look.Hidden because) implements Reply {
    Silence(String because) {
      this(Look.Hidden.unknown(because));
    }
  }
}
