package dev.feierabend.app.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/// One request to a service, as data.
///
/// @param path from the interface's root on, with its query
record Request(String method, String path, Optional<Content> content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Content(String type, byte[] bytes) {}

  static Request get(String path) {
    return new Request("GET", path, Optional.empty());
  }

  static Request delete(String path) {
    return new Request("DELETE", path, Optional.empty());
  }

  static Request post(String path) {
    return new Request("POST", path, Optional.empty());
  }

  static Request post(String path, Content content) {
    return new Request("POST", path, Optional.of(content));
  }

  static Request put(String path, Content content) {
    return new Request("PUT", path, Optional.of(content));
  }

  static Content yaml(byte[] document) {
    return new Content("application/yaml", document);
  }

  static Content json(Map<String, Object> body) {
    try {
      return new Content("application/json", JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body is data", e);
    }
  }
}
