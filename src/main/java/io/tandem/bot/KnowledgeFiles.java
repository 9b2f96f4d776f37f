package io.tandem.bot;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the bot learns from can be read: articles, signals and synonyms. */
@Component
final class KnowledgeFiles implements Rule {

    private record Kind(String rule, Pattern files, BiConsumer<String, byte[]> reader) {}

    private static final Pattern ARTICLE = Pattern.compile("knowledge/[^/]+/[^/]+\\.md");

    private static final List<Kind> KINDS = List.of(
            new Kind("article.broken", ARTICLE, ArticleFile::read),
            new Kind("signals.broken", Pattern.compile("knowledge/signals_[^/]*\\.yml"), SignalFile::read),
            new Kind("synonyms.broken", Pattern.compile("knowledge/synonyms_[^/]*\\.txt"), SynonymFile::read));

    static boolean isArticle(String file) {
        return ARTICLE.matcher(file).matches();
    }

    @Override
    public List<Finding> check(Snapshot folder) {
        var findings = new ArrayList<Finding>();
        folder.files()
                .forEach((file, bytes) -> KINDS.stream()
                        .filter(kind -> kind.files().matcher(file).matches())
                        .forEach(kind -> {
                            try {
                                kind.reader().accept(file, bytes);
                            } catch (BrokenFile broken) {
                                findings.add(Finding.error(kind.rule(), file, null, Map.of("reason", broken.reason()))
                                        .at(broken.line()));
                            }
                        }));
        return findings;
    }
}
