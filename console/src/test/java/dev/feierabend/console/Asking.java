package dev.feierabend.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Requests the way the tests' users send them.
final class Asking {
  private Asking() {}

  /// With name and password.
  static MockHttpServletRequestBuilder as(String user, MockHttpServletRequestBuilder request) {
    return request.with(httpBasic(user, passwordOf(user)));
  }

  static String passwordOf(String user) {
    return switch (user) {
      case "anna", "agnes" -> "a";
      case "stefan", "dora", "steffi", "doris" -> "s";
      case "bert" -> "b";
      case "paula" -> "p";
      case "audrey", "arne", "bodo" -> "r";
      default -> throw new IllegalArgumentException(user);
    };
  }

  static MockHttpServletRequestBuilder propose(String document) {
    return post("/api/v1/agreements").contentType(MediaType.APPLICATION_YAML).content(document);
  }

  static MockHttpServletRequestBuilder draft(String document) {
    return post("/api/v1/drafts").contentType(MediaType.APPLICATION_YAML).content(document);
  }

  static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
