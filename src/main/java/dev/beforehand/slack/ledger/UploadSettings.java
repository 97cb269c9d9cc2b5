package dev.beforehand.slack.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param largestUpload how large a file may be that is dropped into the direct messages */
@ConfigurationProperties("beforehand.ledger")
record UploadSettings(@DefaultValue("256MB") DataSize largestUpload) {

    UploadSettings {
        if (largestUpload.toBytes() <= 0) {
            throw new IllegalArgumentException("beforehand.ledger.largest-upload is " + largestUpload
                    + "; write how large a file may be, like 256MB.");
        }
    }
}
