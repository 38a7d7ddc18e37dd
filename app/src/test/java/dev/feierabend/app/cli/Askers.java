package dev.feierabend.app.cli;

import java.io.IOException;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Those who ask the service: the platform team, two towns' officer, somebody who mistypes, and
/// nobody. Everything that they are shown is gathered.
record Askers(ServeProcess serve, Gathered told) {
  static final String TEAM_PASSWORD = "Planted-team-5e5e-Secret";
  static final String TOWN_PASSWORD = "Planted-town-6f6f-Secret";
  static final String MISTYPED = "Planted-typo-4d4d-Secret";
  static final String TEAM = "petra:" + TEAM_PASSWORD;
  static final String TOWN = "karl:" + TOWN_PASSWORD;

  /// Told by a person, as a reason: it has to be found wherever reasons are told.
  static final String CANARY = "Canary-8c8c-Reason";

  private static final int CHEAP = 4;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/report",
          "/drills",
          "/v3/api-docs",
          "/actuator/health",
          "/actuator/prometheus",
          "/api/v1/agreements",
          "/api/v1/history",
          "/api/v1/plans",
          "/api/v1/plans/calendar.ics",
          "/api/v1/fleet",
          "/api/v1/drills",
          "/api/v1/persons",
          "/api/v1/overrides",
          "/api/v1/report",
          "/api/v1/nothing",
          "/error");

  /// Who may do what, as the settings have it.
  ///
  /// @param towns whom the officer acts for: `ahausen, bdorf`
  static String users(String towns) {
    return """
      users:
        - {name: petra, password: "%s", role: platform-team, actor: actor-17}
        - {name: karl, password: "%s", role: customer, tenants: [%s], actor: actor-4}
    """
        .formatted(hash(TEAM_PASSWORD), hash(TOWN_PASSWORD), towns);
  }

  private static String hash(String password) {
    return "{bcrypt}" + new BCryptPasswordEncoder(CHEAP).encode(password);
  }

  void ask() throws IOException {
    serve.ask("GET", "/", "petra:" + MISTYPED, "", "");
    serve.ask("POST", "/api/v1/agreements", TEAM, "application/yaml", "kind: " + CANARY);
    for (String page : PAGES) {
      told.add("page " + page, serve.ask("GET", page, TEAM, "", "").body());
      told.add("page of the town " + page, serve.ask("GET", page, TOWN, "", "").body());
      told.add("page of nobody " + page, serve.ask("GET", page, "", "", "").body());
    }
  }
}
