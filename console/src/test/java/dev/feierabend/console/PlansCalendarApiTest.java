package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionCommand;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// All planned sleep in one calendar.
@FreshConsole
class PlansCalendarApiTest {
  private static final String ALL = "/api/v1/plans/calendar.ics";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @Test
  void oneCalendarHasAllThatSomebodySeesAndForTheTeamTheMachinesThatAreOff() throws Exception {
    new Story(journal, clock).everyday();
    MachineId host = TwoTowns.fleet().hosts().getFirst().id();
    switchedOff(host);

    mvc.perform(as("paula", get(ALL)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
        .andExpect(content().string(containsString("SUMMARY:ahausen/rathaus asleep")))
        .andExpect(content().string(containsString("SUMMARY:bdorf/")))
        .andExpect(content().string(containsString("SUMMARY:host-1 is off")))
        .andExpect(content().string(containsString("." + host + "@feierabend.dev")));
    mvc.perform(as("anna", get(ALL).param("lang", "de")))
        .andExpect(content().string(containsString("SUMMARY:ahausen/rathaus schläft")))
        .andExpect(content().string(not(containsString("bdorf"))))
        .andExpect(content().string(not(containsString("host-1"))));
  }

  private void switchedOff(MachineId host) {
    var action = new ActionId("power-off/%s@p#1".formatted(host));
    Instant now = clock.instant();
    var issued =
        new ActionIssued(
            Owner.OPERATOR,
            action,
            new Step.PowerOff(host),
            "p",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            now.plusSeconds(600),
            0,
            false,
            now);
    journal.send(new ActionCommand.Issue(issued, 0));
    journal.send(new ActionCommand.Complete(action, "off", now));
  }
}
