package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.console.Matrix.Column;
import dev.feierabend.console.Matrix.Row;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.policies.terms.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Towns × people × endpoints: nobody sees or does what isn't theirs. The endpoints are the
/// application's own list; one that the matrix doesn't know fails.
@FreshConsole
class EndpointMatrixTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  @Autowired Memory memory;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void everyEndpointHasItsRowAndEveryRowItsEndpoint() {
    Set<String> rows =
        Matrix.ROWS.stream().map(Row::endpoint).collect(Collectors.toCollection(TreeSet::new));

    assertThat(endpoints()).isEqualTo(rows);
  }

  @TestFactory
  Stream<DynamicTest> nobodySeesOrDoesWhatIsNotTheirs() {
    var story = new Story(journal, clock).everyday();
    story.recorded();
    return Matrix.ROWS.stream()
        .flatMap(row ->
            Stream.of(AHAUSEN, BDORF)
                .flatMap(tenant ->
                    Arrays.stream(Column.values())
                        .map(column -> test(row, tenant, column, story))));
  }

  private DynamicTest test(Row row, TenantId tenant, Column column, Story story) {
    String name = "%s of %s by %s".formatted(row.endpoint(), tenant, column);
    return DynamicTest.dynamicTest(name, () -> check(row, tenant, column, story));
  }

  private void check(Row row, TenantId tenant, Column column, Story story) throws Exception {
    var request = row.request(tenant, story);
    column.user(tenant).ifPresent(user -> Asking.as(user, request));
    long before = journal.log().head().number();

    var result = mvc.perform(request).andReturn();

    MockHttpServletResponse response = result.getResponse();
    assertThat(response.getStatus()).isEqualTo(row.expected(column));
    if (response.getStatus() >= 400) {
      assertThat(response.getContentType()).startsWith(row.refusedAs(response.getStatus()));
      assertThat(journal.log().head().number()).isEqualTo(before);
    }
    String echo = String.valueOf(result.getRequest().getRequestURI());
    String told = response.getContentAsString().replace(echo, "");
    assertThat(column.hidden(tenant)).allSatisfy(secret -> assertThat(told).doesNotContain(secret));
    story.tidyUp(memory.agreements());
  }

  @Test
  void aLeakWouldBeSeen() {
    assertThat(Column.CUSTOMER.hidden(AHAUSEN)).contains("bdorf", "vm-tafel", "host-1");
    assertThat(Column.NEIGHBOUR.hidden(AHAUSEN)).contains("ahausen", "host-1");
    assertThat(Column.TEAM.hidden(AHAUSEN)).isEmpty();
  }

  private Set<String> endpoints() {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(EndpointMatrixTest::names)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> names(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    return info.getPatternValues().stream()
        .flatMap(path ->
            (methods.isEmpty() ? List.of("ANY") : methods)
                .stream().map(method -> method + " " + path));
  }
}
