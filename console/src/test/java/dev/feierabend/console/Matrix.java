package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static dev.feierabend.console.TwoTowns.SECRETS;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// What each kind of person must be answered, endpoint by endpoint.
final class Matrix {
  /// Kinds of people, seen from the town whose things are asked for.
  enum Column {
    STRANGER,
    CUSTOMER,
    /// The other town's customer.
    NEIGHBOUR,
    TEAM,
    /// Of everything.
    AUDITOR,
    TOWN_AUDITOR,
    /// The other town's auditor.
    NEIGHBOUR_AUDITOR,
    /// One of the customer's people without a deputyship.
    STAFF,
    /// One of the customer's people, who stands in for an approver.
    DEPUTY;

    Optional<String> user(TenantId tenant) {
      boolean inA = tenant.equals(AHAUSEN);
      return switch (this) {
        case STRANGER -> Optional.empty();
        case CUSTOMER -> Optional.of(inA ? "anna" : "bert");
        case NEIGHBOUR -> Optional.of(inA ? "bert" : "anna");
        case TEAM -> Optional.of("paula");
        case AUDITOR -> Optional.of("audrey");
        case TOWN_AUDITOR -> Optional.of(inA ? "arne" : "bodo");
        case NEIGHBOUR_AUDITOR -> Optional.of(inA ? "bodo" : "arne");
        case STAFF -> Optional.of(inA ? "stefan" : "steffi");
        case DEPUTY -> Optional.of(inA ? "dora" : "doris");
      };
    }

    /// What must not stand in any answer.
    List<String> hidden(TenantId tenant) {
      TenantId other = tenant.equals(AHAUSEN) ? BDORF : AHAUSEN;
      return switch (this) {
        case TEAM, AUDITOR -> List.of();
        case CUSTOMER, STAFF, DEPUTY, TOWN_AUDITOR ->
            both(SECRETS.get(other), List.of("host-1", "it hums"));
        case NEIGHBOUR, NEIGHBOUR_AUDITOR ->
            both(SECRETS.get(tenant), List.of("host-1", "it hums"));
        case STRANGER -> both(SECRETS.get(tenant), SECRETS.get(other));
      };
    }
  }

  /// One endpoint: as Spring maps it, the body that is sent, the answers in the order of columns.
  record Row(String endpoint, List<Integer> answers, String body) {
    int expected(Column column) {
      return answers.get(column.ordinal());
    }

    /// What the domain refuses to a form is shown on the page.
    String refusedAs(int status) {
      return body.equals("form") && status == 409 ? "text/html" : "application/problem+json";
    }

    /// A request about `tenant`, before which everything is made so that it can succeed.
    MockHttpServletRequestBuilder request(TenantId tenant, Story story) {
      story.agree(tenant);
      story.override(tenant);
      story.freeze(Owner.of(tenant));
      story.freeze(Owner.OPERATOR);
      story.hold(tenant);
      story.deputise(tenant);
      String[] parts = endpoint.split(" ");
      var method = HttpMethod.valueOf(parts[0].equals("ANY") ? "GET" : parts[0]);
      var request =
          MockMvcRequestBuilders.request(
              method, parts[1], variables(parts[1], tenant, story).toArray());
      if (method.equals(HttpMethod.DELETE)) {
        request.param("because", "enough");
      }
      return switch (body) {
        case "" -> request;
        case "yaml" -> request.contentType("application/yaml").content(story.version(tenant));
        case "why" ->
            request
                .param("subject", TwoTowns.poolOf(tenant).value())
                .param("at", "2026-11-23T11:00:00Z");
        case "month" -> request.param("month", "2026-11");
        case "proof" -> request.param("commit", "1").param("from", "1").param("to", "2");
        case "form" -> form(request, tenant);
        default -> Asking.json(request, body);
      };
    }

    /// With whatever any of the page's forms may ask for.
    private static MockHttpServletRequestBuilder form(
        MockHttpServletRequestBuilder request, TenantId tenant) {
      return request
          .with(CsrfForm.TOKEN)
          .param("because", "enough")
          .param("deputy", Story.deputyOf(tenant).value())
          .param("from", "2026-11-23T12:00")
          .param("until", "2026-11-23T18:00");
    }

    private static List<Object> variables(String path, TenantId tenant, Story story) {
      var variables = new ArrayList<>();
      if (path.contains("{tenant}")) {
        variables.add(tenant);
      }
      if (path.contains("{policy}")) {
        variables.add(TwoTowns.nameOf(tenant));
      }
      if (path.contains("{actor}")) {
        variables.add(NotedNames.GONE);
      }
      if (path.contains("{host}")) {
        variables.add(TwoTowns.fleet().hosts().getFirst().id());
      }
      if (path.contains("{deputy}")) {
        variables.add(Story.deputyOf(tenant));
      }
      if (path.contains("{digest}")) {
        boolean drafted = Stream.of("/draft", "/proposal", "/discarding").anyMatch(path::endsWith);
        variables.add(drafted ? story.draft(tenant) : story.propose(tenant));
      }
      if (path.contains("{level}")) {
        variables.addAll(List.of("entries", "000.p/2"));
      }
      return variables;
    }
  }

  private static final String WHY = "{\"because\": \"enough\"}";
  private static final String UNTIL =
      "{\"until\": \"2026-11-23T18:00:00Z\", \"because\": \"enough\"}";

  private static final String TERM =
      "{\"from\": \"2026-11-23T11:00:00Z\", \"until\": \"2026-12-23T11:00:00Z\"}";

  /// Columns: stranger, customer, neighbour, team, auditor, the town's auditor, the neighbour's.
  static final List<Row> ROWS =
      List.of(
          row("GET /api/v1/agreements", "", "401 200 200 200 200 200 200 200 200"),
          row("POST /api/v1/agreements", "yaml", "401 201 404 201 403 403 403 201 201"),
          row("POST /api/v1/drafts", "yaml", "401 201 404 201 403 403 403 201 201"),
          row(version("proposal"), "", "401 201 404 201 403 403 404 201 201"),
          row(
              "DELETE /api/v1/agreements/{tenant}/{policy}/{digest}/draft",
              "",
              "401 409 404 204 403 403 404 409 409"),
          row(
              "GET /api/v1/agreements/{tenant}/{policy}",
              "",
              "401 200 404 200 200 200 404 200 200"),
          row(
              "GET /api/v1/agreements/{tenant}/{policy}/calendar.ics",
              "",
              "401 200 404 200 200 200 404 200 200"),
          row(
              "GET /api/v1/agreements/{tenant}/{policy}/saving",
              "",
              "401 200 404 200 200 200 404 200 200"),
          row("GET /agreements/{tenant}/{policy}", "", "401 200 404 200 200 200 404 200 200"),
          row("GET /api/v1/report", "month", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/report.csv", "month", "401 200 200 200 200 200 200 200 200"),
          row("GET /report", "month", "401 200 200 200 200 200 200 200 200"),
          row(
              "DELETE /api/v1/agreements/{tenant}/{policy}",
              "",
              "401 204 404 403 403 403 404 403 204"),
          row(version("approval"), "", "401 204 404 403 403 403 404 403 204"),
          row(version("rejection"), WHY, "401 204 404 403 403 403 404 403 204"),
          row(
              "POST /api/v1/tenants/{tenant}/override",
              UNTIL,
              "401 204 404 403 403 403 404 403 204"),
          row(
              "DELETE /api/v1/tenants/{tenant}/override",
              "",
              "401 204 404 403 403 403 404 403 204"),
          row("POST /api/v1/tenants/{tenant}/freeze", WHY, "401 204 404 204 403 403 404 403 204"),
          row("DELETE /api/v1/tenants/{tenant}/freeze", "", "401 204 404 204 403 403 404 403 204"),
          row("POST /api/v1/freeze", WHY, "401 403 403 204 403 403 403 403 403"),
          row("DELETE /api/v1/freeze", "", "401 403 403 204 403 403 403 403 403"),
          row("GET /api/v1/persons", "", "401 403 403 200 403 403 403 403 403"),
          row("DELETE /api/v1/persons/{actor}", "", "401 403 403 204 403 403 403 403 403"),
          row("GET /api/v1/overrides", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/tenants/{tenant}/deputies", "", "401 200 404 200 200 200 404 200 200"),
          row(
              "PUT /api/v1/tenants/{tenant}/deputies/{deputy}",
              TERM,
              "401 204 404 403 403 403 404 403 403"),
          row(
              "DELETE /api/v1/tenants/{tenant}/deputies/{deputy}",
              "",
              "401 204 404 403 403 403 404 403 403"),
          row(
              "DELETE /api/v1/agreements/{tenant}/{policy}/{digest}",
              "",
              "401 409 404 204 403 403 404 409 409"),
          row(
              "POST /agreements/{tenant}/{policy}/{digest}/rejection",
              "form",
              "401 303 404 403 403 403 404 403 303"),
          row("GET /api/v1/why", "why", "401 200 404 200 200 200 404 200 200"),
          row("GET /api/v1/history", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/proofs/inclusion", "proof", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/proofs/consistency", "proof", "401 200 200 200 200 200 200 200 200"),
          row("GET /tlog/checkpoint", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /tlog/tile/{level}/{*index}", "", "401 403 403 200 200 403 403 403 403"),
          row("GET /api/v1/plans", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/plans/calendar.ics", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /api/v1/fleet", "", "401 200 200 200 403 403 403 200 200"),
          row("GET /api/v1/drills", "", "401 403 403 200 403 403 403 403 403"),
          row("PUT /api/v1/drills/{host}/approval", TERM, "401 403 403 204 403 403 403 403 403"),
          row("POST /api/v1/drills/{host}/demand", WHY, "401 403 403 204 403 403 403 403 403"),
          row("GET /drills", "", "401 403 403 200 403 403 403 403 403"),
          row("POST /drills/{host}/approval", "form", "401 403 403 303 403 403 403 403 403"),
          row("POST /drills/{host}/demand", "form", "401 403 403 303 403 403 403 403 403"),
          row("GET /api/v1/events", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /now", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /past", "", "401 200 200 200 200 200 200 200 200"),
          row(
              "POST /agreements/{tenant}/{policy}/{digest}/approval",
              "form",
              "401 303 404 403 403 403 404 403 303"),
          row(
              "POST /agreements/{tenant}/{policy}/{digest}/retraction",
              "form",
              "401 409 404 303 403 403 404 409 409"),
          row(
              "POST /agreements/{tenant}/{policy}/{digest}/proposal",
              "form",
              "401 303 404 303 403 403 404 303 303"),
          row(
              "POST /agreements/{tenant}/{policy}/{digest}/discarding",
              "form",
              "401 409 404 303 403 403 404 409 409"),
          row(
              "POST /agreements/{tenant}/{policy}/withdrawal",
              "form",
              "401 303 404 403 403 403 404 403 303"),
          row("POST /tenants/{tenant}/override", "form", "401 303 404 403 403 403 404 403 303"),
          row("POST /tenants/{tenant}/override/end", "form", "401 303 404 403 403 403 404 403 303"),
          row("POST /tenants/{tenant}/deputies", "form", "401 303 404 403 403 403 404 403 403"),
          row(
              "POST /tenants/{tenant}/deputies/{deputy}/dismissal",
              "form",
              "401 303 404 403 403 403 404 403 403"),
          row("POST /tenants/{tenant}/freeze", "form", "401 303 404 303 403 403 404 403 303"),
          row("POST /tenants/{tenant}/thaw", "form", "401 303 404 303 403 403 404 403 303"),
          row("POST /freeze", "form", "401 403 403 303 403 403 403 403 403"),
          row("POST /thaw", "form", "401 403 403 303 403 403 403 403 403"),
          row("GET /v3/api-docs", "", "401 200 200 200 200 200 200 200 200"),
          row("GET /v3/api-docs.yaml", "", "401 200 200 200 200 200 200 200 200"),
          row("ANY /error", "", "401 404 404 404 404 404 404 404 404"));

  private Matrix() {}

  private static String version(String decision) {
    return "POST /api/v1/agreements/{tenant}/{policy}/{digest}/" + decision;
  }

  private static Row row(String endpoint, String body, String answers) {
    return new Row(
        endpoint, Arrays.stream(answers.split(" ")).map(Integer::valueOf).toList(), body);
  }

  private static List<String> both(List<String> one, List<String> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
