package dev.feierabend.testservers;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One request to an API server.
///
/// @param target path and query, as it was sent
/// @param body as text; empty where there is none
public record ApiRequest(String method, String target, String userAgent, String body) {
  private static final Pattern NAMESPACE = Pattern.compile("/namespaces/([^/?]+)");

  /// A request that was answered.
  public record Answered(ApiRequest request, int code, Instant at) {
    public boolean took() {
      return code < 300;
    }
  }

  public boolean watches() {
    return target.contains("watch=true");
  }

  /// Which namespace the object is in, of what is in one.
  public Optional<String> namespace() {
    return Optional.of(NAMESPACE.matcher(target)).filter(Matcher::find).map(it -> it.group(1));
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
