package io.tandem.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.ticket.Message.Sources;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** How the record's types stand in the database. */
@Configuration(proxyBeanMethods = false)
class TicketStorage extends AbstractJdbcConfiguration {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Bean
    @ConditionalOnMissingBean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    protected List<?> userConverters() {
        return List.of(new SourcesToJson(), new JsonToSources());
    }

    @WritingConverter
    private static final class SourcesToJson implements Converter<Sources, String> {
        @Override
        public String convert(Sources sources) {
            try {
                return JSON.writeValueAsString(sources);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @ReadingConverter
    private static final class JsonToSources implements Converter<String, Sources> {
        @Override
        public Sources convert(String json) {
            try {
                return JSON.readValue(json, Sources.class);
            } catch (JsonProcessingException damaged) {
                throw new IllegalStateException("Sources of a message are damaged: " + json, damaged);
            }
        }
    }
}
