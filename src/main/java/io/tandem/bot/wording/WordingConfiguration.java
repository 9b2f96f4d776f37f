package io.tandem.bot.wording;

import io.tandem.bot.BotSettings;
import io.tandem.bot.Wording;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Articles are said as they are written, until an operator names a language model. */
@Configuration(proxyBeanMethods = false)
class WordingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(WordingConfiguration.class);

    @Bean
    Wording wording(LanguageModelSettings settings, BotSettings bot, Clock clock) {
        if (settings.off()) return Wording.AS_WRITTEN;
        settings.check(bot.timeLimit());
        log.info(
                "Answers are worded by the {} at {}",
                settings,
                settings.endpoint().getHost());
        return new LanguageModelWording(new LanguageModel(settings), new Patience(clock));
    }
}
