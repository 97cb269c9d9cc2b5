package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class ChangesTests {

    private final SamplePractice practice = new SamplePractice();
    private final Changes changes = new Changes(practice.slack);
    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new Follow(changes)).build();

    @Test
    void eachOpenPageIsToldOfAChange() throws Exception {
        var ana = open();
        var ben = open();
        practice.changes();
        await().untilAsserted(() -> {
            assertThat(told(ana)).isEqualTo(2);
            assertThat(told(ben)).isEqualTo(2);
        });
    }

    @Test
    void anOpenPageDoesNotHoldUpTheEnd() throws Exception {
        var page = web.perform(get("/follow")).andReturn();
        changes.end();
        assertThat(page.getAsyncResult(1000)).isNull();
        practice.changes();
        assertThat(told(page.getResponse())).isEqualTo(1);
        assertThat(web.perform(get("/follow")).andReturn().getAsyncResult(1000))
                .as("one that comes back during the end is sent away")
                .isNull();
    }

    private MockHttpServletResponse open() throws Exception {
        return web.perform(get("/follow")).andReturn().getResponse();
    }

    private static int told(MockHttpServletResponse page) throws Exception {
        return page.getContentAsString().split("data:changed", -1).length - 1;
    }

    @RestController
    record Follow(Changes changes) {

        @GetMapping("/follow")
        SseEmitter follow() {
            return changes.follow();
        }
    }
}
