package io.tandem.bot.wording;

import io.tandem.bot.BotSettings;
import io.tandem.bot.Summaries;
import io.tandem.bot.Wording;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Articles are said as they are written, until an operator names a language model. */
@Configuration(proxyBeanMethods = false)
class WordingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(WordingConfiguration.class);

    /** Made when it is asked for: without an address there is none. */
    @Bean
    @Lazy
    PatientModel languageModel(LanguageModelSettings settings, BotSettings bot, Clock clock) {
        settings.check(bot.timeLimit());
        log.info("Words come from the {} at {}", settings, settings.endpoint().getHost());
        return new PatientModel(new LanguageModel(settings), new Patience(clock), settings.atOnce());
    }

    @Bean
    Wording wording(LanguageModelSettings settings, ObjectProvider<PatientModel> model) {
        return settings.off() ? Wording.AS_WRITTEN : new LanguageModelWording(model.getObject());
    }

    @Bean
    Summaries summaries(LanguageModelSettings settings, ObjectProvider<PatientModel> model) {
        return settings.off() ? Summaries.NONE : new LanguageModelSummaries(model.getObject());
    }
}
