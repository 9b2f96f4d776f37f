package io.tandem.attachment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks a scanner if there is one. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    VirusScanner virusScanner(AttachmentSettings settings) {
        return settings.scanner().off() ? VirusScanner.NONE : new Clamd(settings.scanner());
    }
}
