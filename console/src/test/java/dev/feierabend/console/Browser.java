package dev.feierabend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// The page as somebody's browser shows it, and how that sends a form: with the form's token, the
/// page's cookie and the language.
record Browser(MockMvc mvc, String user, String language) {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  String page() throws Exception {
    return shown().getContentAsString();
  }

  /// @param fields each name before its value
  MockHttpServletResponse send(String path, String... fields) throws Exception {
    MockHttpServletResponse page = shown();
    Matcher token = TOKEN.matcher(page.getContentAsString());
    assertThat(token.find()).isTrue();
    var form = post(path).param("_csrf", token.group(1)).cookie(page.getCookies());
    for (int i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    form.header("Accept-Language", language);
    return mvc.perform(Asking.as(user, form)).andReturn().getResponse();
  }

  private MockHttpServletResponse shown() throws Exception {
    var request = get("/").header("Accept-Language", language);
    var page = mvc.perform(Asking.as(user, request)).andReturn().getResponse();
    assertThat(page.getStatus()).isEqualTo(200);
    return page;
  }
}
