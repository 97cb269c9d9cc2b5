package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.Changed;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class FaultsControllerTests {

    private final Faults faults = new Faults(new Changed());
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new FaultsController(faults))
            .addInterceptors(new SameOrigin())
            .build();

    @Test
    void thePageSwitchesFaultsOnAndOff() throws Exception {
        tell("misbehave", "{\"as\": \"U0PANA\", \"fault\": \"LOST_ANSWER\", \"count\": \"3\"}");
        tell("misbehave", "{\"as\": \"U0PANA\", \"fault\": \"SLOW_ANSWER\", \"share\": \"0.25\"}");
        tell("misbehave", "{\"as\": \"U0PANA\", \"fault\": \"TOKEN_REVOKED\"}");

        assertThat(faults.on())
                .containsExactly(
                        Rule.share(Fault.SLOW_ANSWER, 0.25),
                        Rule.next(Fault.LOST_ANSWER, 3),
                        Rule.always(Fault.TOKEN_REVOKED));

        tell("behave", "{\"as\": \"U0PANA\", \"fault\": \"LOST_ANSWER\"}");
        assertThat(faults.on()).hasSize(2);
        tell("behave", "{\"as\": \"U0PANA\"}");
        assertThat(faults.on()).isEmpty();
    }

    @Test
    void aTestChoosesTheMethodsAndTheSeed() throws Exception {
        tell("misbehave", "{\"fault\": \"SERVER_ERROR\", \"share\": 0.5, \"methods\": [\"chat.update\"], \"seed\": 7}");
        assertThat(faults.on())
                .containsExactly(Rule.share(Fault.SERVER_ERROR, 0.5).on("chat.update"));
    }

    @Test
    void aShareThatIsNoneIsRefused() throws Exception {
        tell("misbehave", "{\"fault\": \"SERVER_ERROR\", \"share\": 25}")
                .andExpect(jsonPath("$.problem")
                        .value("The share of a fault is 25.0; it has to be above 0 and at most 1."));
        assertThat(faults.on()).isEmpty();
    }

    private ResultActions tell(String what, String body) throws Exception {
        return web.perform(post("/practice/page/" + what)
                        .header(SameOrigin.HEADER, "yes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk());
    }
}
