package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// What people read first.
enum Page {
  /// How to check a package with public tools.
  README("README.txt"),
  LIESMICH("LIESMICH.txt"),
  /// The one page on which an auditor notes the result.
  PRUEFPROTOKOLL("PRUEFPROTOKOLL.txt");

  private final String member;

  Page(String member) {
    this.member = member;
  }

  String member() {
    return member;
  }

  /// @param facts what stands in its gaps, by their names
  String text(Map<String, String> facts) {
    String text = text();
    for (var fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return text;
  }

  private String text() {
    try (InputStream in = Page.class.getResourceAsStream(member)) {
      if (in == null) {
        throw new IllegalStateException("Expected the resource " + member);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
