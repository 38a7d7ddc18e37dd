package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TlogProof;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@FreshConsole
class TlogApiTest {
  @Autowired MockMvc mvc;

  @Test
  void theCheckpointIsASignedNoteThatIsAskedForAnew() throws Exception {
    var answer =
        asked("anna", "/tlog/checkpoint")
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", "no-cache"))
            .andReturn();
    var note = answer.getResponse().getContentAsString();
    assertThat(SignedNote.parse(note).holds(SignedLog.KEY)).isTrue();
  }

  @Test
  void tilesNeverChangeAndAreFoundUnderTheirOnePath() throws Exception {
    var tile =
        asked("audrey", "/tlog/tile/0/000.p/2")
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", containsString("immutable")))
            .andReturn();
    assertThat(tile.getResponse().getContentAsByteArray()).hasSize(64);
    for (String missing : new String[] {"0/000", "0/000.p/3", "0/0", "9/000", "00/000", "1/000"}) {
      asked("audrey", "/tlog/tile/" + missing).andExpect(status().isNotFound());
    }
  }

  @Test
  void anEntryOfABundleIsProvedByWhatTheInterfaceAnswers() throws Exception {
    var bundle =
        asked("paula", "/tlog/tile/entries/000.p/2")
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    int length = ByteBuffer.wrap(bundle).getShort();
    var answer =
        asked("anna", "/api/v1/proofs/inclusion?commit=1")
            .andExpect(jsonPath("$.size").value(2))
            .andReturn();
    String text = JsonPath.read(answer.getResponse().getContentAsString(), "$.tlogProof");
    var proof = TlogProof.parse(text);
    assertThat(proof.holds(Arrays.copyOfRange(bundle, 2, 2 + length), SignedLog.KEY)).isTrue();
    assertThat(proof.holds(new byte[0], SignedLog.KEY)).isFalse();
  }

  @Test
  void theHistoryIsProvedToHaveGrown() throws Exception {
    asked("anna", "/api/v1/proofs/consistency?from=1&to=2")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.path.length()").value(1));
    asked("anna", "/api/v1/proofs/inclusion?commit=1&size=1")
        .andExpect(jsonPath("$.path.length()").value(0))
        .andExpect(jsonPath("$.tlogProof").doesNotExist());
  }

  @Test
  void whatIsNotSignedIsNotFound() throws Exception {
    for (String query :
        new String[] {
          "inclusion?commit=3", "inclusion?commit=0", "inclusion?commit=1&size=3",
          "inclusion?commit=2&size=1", "consistency?from=1&to=3", "consistency?from=2&to=1",
          "consistency?from=0&to=1"
        }) {
      asked("anna", "/api/v1/proofs/" + query).andExpect(status().isNotFound());
    }
  }

  private ResultActions asked(String user, String path) throws Exception {
    return mvc.perform(as(user, get(path)));
  }
}
