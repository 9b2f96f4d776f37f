package io.tandem.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.ticket.Message.Sources;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.RowMapper;

/** How the record's types stand in the database. */
@Configuration(proxyBeanMethods = false)
class TicketStorage extends AbstractJdbcConfiguration {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Bean
    @ConditionalOnMissingBean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Nobody listens to what it would tell of each row that it reads and writes. */
    @Override
    public JdbcAggregateTemplate jdbcAggregateTemplate(
            ApplicationContext context,
            JdbcMappingContext mapping,
            JdbcConverter converter,
            DataAccessStrategy strategy) {
        var rows = super.jdbcAggregateTemplate(context, mapping, converter, strategy);
        rows.setEntityLifecycleEventsEnabled(false);
        return rows;
    }

    /** Tickets out of rows that were asked for by hand. */
    @Bean
    RowMapper<Ticket> ticketRow(JdbcMappingContext mapping, JdbcConverter converter) {
        return new EntityRowMapper<>(ticketEntity(mapping), converter);
    }

    @SuppressWarnings("unchecked")
    private static RelationalPersistentEntity<Ticket> ticketEntity(JdbcMappingContext mapping) {
        return (RelationalPersistentEntity<Ticket>) mapping.getRequiredPersistentEntity(Ticket.class);
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
