package dev.beforehand.slack.note;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param time from when on the week's wrap is posted on its last working day, in the team's zone */
@ConfigurationProperties("beforehand.wrap")
record WrapSettings(@DefaultValue("16:00") LocalTime time) {}
