package dev.feierabend.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Lets what the filters refuse be told like everything else that is refused.
final class Refusing implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver resolver;

  Refusing(HandlerExceptionResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Feierabend\", charset=\"UTF-8\"");
    resolver.resolveException(request, response, null, e);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    resolver.resolveException(request, response, null, e);
  }
}
