package dev.feierabend.console;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What the page's own forms carry.
final class CsrfForm {
  static final RequestPostProcessor TOKEN = SecurityMockMvcRequestPostProcessors.csrf();

  private CsrfForm() {}
}
