package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.channel.Seals;
import java.util.OptionalLong;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class SignatureTest {

    private final Signature signature = new Signature(installation());
    private final Signature others = new Signature(installation());
    private final UUID message = UUID.fromString("0192f0c1-2b3c-7d4e-8f00-fedcba987654");

    @Test
    void aMessageHasTheSameIdEachTimeAndIsFoundByIt() {
        var id = signature.messageId(message, "shop.example");

        assertThat(id).isEqualTo(signature.messageId(message, "shop.example"));
        assertThat(signature.messagesIn("<other@x> " + id + " <more@y>")).containsExactly(message);
        assertThat(signature.messagesIn(id.toUpperCase())).containsExactly(message);
    }

    @Test
    void nobodyElseCanMakeUpAnId() {
        var id = signature.messageId(message, "shop.example");
        var forged = id.charAt(40) == 'a' ? id.substring(0, 40) + 'b' : id.substring(0, 40) + 'a';

        assertThat(signature.messagesIn(forged + id.substring(41))).isEmpty();
        assertThat(others.messagesIn(id)).isEmpty();
        assertThat(signature.messagesIn("<" + message.toString().replace("-", "") + "@shop.example>"))
                .isEmpty();
    }

    @Test
    void anAddressIsTheKeyToOneTicket() {
        var detail = signature.detail(1234);

        assertThat(signature.ticketIn(detail)).isEqualTo(OptionalLong.of(1234));
        assertThat(signature.ticketIn(detail.toUpperCase())).isEqualTo(OptionalLong.of(1234));
        assertThat(signature.ticketIn(detail.replace("1234-", "1235-"))).isEmpty();
        assertThat(others.ticketIn(detail)).isEmpty();
        assertThat(signature.ticketIn("1234")).isEmpty();
    }

    /** Each has a database of its own, and so other secrets. */
    private static Seals installation() {
        var source =
                new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var database = JdbcClient.create(source);
        database.sql("create table secret (name varchar(40) primary key, base64 varchar(200) not null)")
                .update();
        return new Seals(database, new DataSourceTransactionManager(source));
    }
}
