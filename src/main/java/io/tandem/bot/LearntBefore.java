package io.tandem.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.bot.classifier.LearntFile;
import io.tandem.bot.classifier.Lesson;
import io.tandem.bot.classifier.SynonymGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.lucene.util.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the bot has learnt, kept in the data folder: a start with the same articles, synonyms and program takes it from
 * there. It holds nothing but what the articles say, and may be deleted at any time.
 */
@Component
class LearntBefore {

    private static final Logger log = LoggerFactory.getLogger(LearntBefore.class);

    private static final String CODE = "classpath*:io/tandem/bot/classifier/*.class";

    private final Path folder;
    private final byte[] code;

    @Autowired
    LearntBefore(@Value("${tandem.data}") Path data) {
        folder = data.resolve("learnt");
        code = code();
    }

    /** The way to learn: another program, and other stems or letters of Lucene's or Java's, make something else of the same lessons. */
    private static byte[] code() {
        try {
            var classes = new PathMatchingResourcePatternResolver().getResources(CODE);
            Arrays.sort(classes, Comparator.comparing(Resource::getFilename));
            var digest = DigestUtils.getSha256Digest();
            for (var one : classes) digest.update(one.getContentAsByteArray());
            digest.update((Version.LATEST + " " + Runtime.version()).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LearntFile of(String language, List<Lesson> lessons, List<SynonymGroup> synonyms) {
        return new LearntFile(folder.resolve(name(language, lessons, synonyms)));
    }

    private String name(String language, List<Lesson> lessons, List<SynonymGroup> synonyms) {
        try {
            var digest = DigestUtils.getSha256Digest();
            digest.update(code);
            digest.update(new ObjectMapper().writeValueAsBytes(List.of(lessons, synonyms)));
            return language + "-" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was learnt of the language from other lessons is of no use any more. */
    void forgetOthers(String language, LearntFile kept) {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.newDirectoryStream(folder, language + "-*")) {
            for (var file : files) if (!file.equals(kept.path())) Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("What was learnt before cannot be deleted from {} ({})", folder, e.toString());
        }
    }
}
