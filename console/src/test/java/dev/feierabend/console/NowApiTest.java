package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.Asking.json;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Plans, fleet, and what suspends them.
@FreshConsole
class NowApiTest {
  private static final String OVERRIDE = "/api/v1/tenants/ahausen/override";
  private static final String FREEZE = "/api/v1/tenants/ahausen/freeze";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  @Autowired Memory memory;

  @BeforeAll
  void something() {
    new Story(journal, clock).everyday();
  }

  @Test
  void aCustomerSeesWhatSleepsWhyAndWhatIsDueNext() throws Exception {
    mvc.perform(as("anna", get("/api/v1/plans")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.mode").value("active"))
        .andExpect(jsonPath("$.sleepers[*].name", contains("vm-akte")))
        .andExpect(jsonPath("$.sleepers[0].asleep").value(false))
        .andExpect(
            jsonPath("$.sleepers[0].because")
                .value(startsWith("the policy ahausen/rathaus lets it sleep (Mon 20:00")))
        .andExpect(jsonPath("$.hosts", empty()))
        .andExpect(jsonPath("$.extent").doesNotExist())
        .andExpect(jsonPath("$.due[0].agreement").value("ahausen/rathaus"))
        .andExpect(jsonPath("$.due[0].at").value("2026-11-23T19:00:00Z"))
        .andExpect(jsonPath("$.due[0].becomes").value("asleep"));
  }

  @Test
  void theTeamSeesHostsAndBothTowns() throws Exception {
    mvc.perform(as("paula", get("/api/v1/plans")))
        .andExpect(jsonPath("$.sleepers[*].tenant", contains("ahausen", "bdorf")))
        .andExpect(jsonPath("$.hosts[*].name", contains("host-1")))
        .andExpect(jsonPath("$.hosts[0].on").value(false))
        .andExpect(
            jsonPath("$.hosts[0].because")
                .value(startsWith("nothing that is awake runs on it, and nobody needs it until")))
        .andExpect(jsonPath("$.extent.on").value(0))
        .andExpect(jsonPath("$.extent.least").value(0));
    mvc.perform(as("paula", get("/api/v1/fleet")))
        .andExpect(jsonPath("$.hosts[0].power").value("on"))
        .andExpect(jsonPath("$.workloads[*].name", contains("vm-akte", "vm-tafel")))
        .andExpect(jsonPath("$.pools[2].tenant").doesNotExist());
  }

  @Test
  void aCustomerSeesItsOwnPartOfTheFleet() throws Exception {
    mvc.perform(as("bert", get("/api/v1/fleet")))
        .andExpect(jsonPath("$.hosts", empty()))
        .andExpect(jsonPath("$.pools[*].id", contains("bdorf-school")))
        .andExpect(jsonPath("$.workloads[*].name", contains("vm-tafel")));
  }

  @Test
  void anOverrideIsGrantedAndEnded() throws Exception {
    mvc.perform(as("anna", json(post(OVERRIDE), override("[\"ahausen-office\"]", "18:00"))))
        .andExpect(status().isNoContent());
    Assertions.assertThat(memory.exceptions().overrides())
        .singleElement()
        .satisfies(granted -> {
          Assertions.assertThat(granted.pools()).containsExactly(TwoTowns.poolOf(AHAUSEN));
          Assertions.assertThat(granted.by()).hasToString("anna-1");
        });

    mvc.perform(as("anna", delete(OVERRIDE))).andExpect(status().isNoContent());
    mvc.perform(as("anna", delete(OVERRIDE).header("Accept-Language", "de")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("no-override"))
        .andExpect(jsonPath("$.detail").value(startsWith("Es gilt keine Ausnahme")));
  }

  @Test
  void anOverrideNamesItsOwnPoolsAndAnEndAhead() throws Exception {
    mvc.perform(
            as(
                "anna",
                json(post(OVERRIDE), override("[\"ahausen-office\", \"bdorf-school\"]", "18:00"))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.faults[*].where", contains("pools[1]")));
    mvc.perform(as("anna", json(post(OVERRIDE), override("[]", "08:00"))))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("bad-end"));
    mvc.perform(as("anna", json(post(OVERRIDE), "{\"pools\": []}")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[*].where", containsInAnyOrder("until", "because")));
    mvc.perform(as("anna", json(post(OVERRIDE), "{\"until\": \"tomorrow\"}")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[0].where").value(startsWith("line 1, column")));
  }

  @Test
  void aTownFreezesItselfAndTheOperatorEverybody() throws Exception {
    mvc.perform(as("anna", json(post(FREEZE), "{\"because\": \"storm\"}")))
        .andExpect(status().isNoContent());
    mvc.perform(as("paula", json(post("/api/v1/freeze"), "{\"because\": \"flood\"}")))
        .andExpect(status().isNoContent());

    Assertions.assertThat(memory.exceptions().frozen())
        .containsExactlyInAnyOrder(Owner.OPERATOR, Owner.of(AHAUSEN));
    mvc.perform(as("bert", get("/api/v1/plans")))
        .andExpect(jsonPath("$.frozen", contains("operator")));

    mvc.perform(as("anna", delete(FREEZE))).andExpect(status().isNoContent());
    mvc.perform(as("paula", delete("/api/v1/freeze"))).andExpect(status().isNoContent());
    Assertions.assertThat(memory.exceptions().frozen()).isEmpty();
  }

  @Test
  void theInterfaceDescribesItselfWithoutItsInsides() throws Exception {
    mvc.perform(as("anna", get("/v3/api-docs")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.info.title").value("Feierabend"))
        .andExpect(jsonPath("$.paths['/api/v1/agreements'].post.parameters").doesNotExist())
        .andExpect(
            jsonPath("$.paths['/api/v1/agreements'].post.requestBody.content['application/yaml']")
                .exists())
        .andExpect(
            jsonPath(
                "$.paths['/api/v1/history'].get.parameters[*].name",
                containsInAnyOrder("from", "to", "about", "after", "limit")));
  }

  @Test
  void aChangeThatABrowserSendsForAnotherPageIsRefused() throws Exception {
    var freeze = "/api/v1/freeze";
    mvc.perform(as("paula", delete(freeze).header("Sec-Fetch-Site", "cross-site")))
        .andExpect(status().isForbidden())
        .andExpect(header().string("Content-Type", "application/problem+json"));
    mvc.perform(as("paula", delete(freeze).header("Origin", "https://elsewhere.example")))
        .andExpect(status().isForbidden());
    mvc.perform(as("paula", delete(freeze).header("Sec-Fetch-Site", "same-origin")))
        .andExpect(status().isConflict());
  }

  private static String override(String pools, String until) {
    return "{\"pools\": %s, \"until\": \"2026-11-23T%s:00Z\", \"because\": \"election\"}"
        .formatted(pools, until);
  }
}
