package dev.beforehand.slack.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param url under which clients reach Beforehand's pages; empty: there are none */
@ConfigurationProperties("beforehand.portal")
record PortalSettings(@DefaultValue("") String url) {

    PortalSettings {
        url = url.strip();
    }
}
