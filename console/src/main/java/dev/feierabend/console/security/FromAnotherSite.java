package dev.feierabend.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// True for a change that a browser sends for a page that isn't ours. Browsers attach a remembered
/// password to such requests; programs send no `Sec-Fetch-Site` and no `Origin`.
final class FromAnotherSite implements RequestMatcher {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  public boolean matches(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null ? request.getHeader("Origin") != null : !OURS.contains(site);
  }
}
