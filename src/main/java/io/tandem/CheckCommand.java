package io.tandem;

import io.tandem.check.Check;
import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import io.tandem.check.FolderReading;
import io.tandem.model.Steps;
import io.tandem.model.net.SoundnessReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code java -jar tandem.jar check}: asks all rules about a folder, without a server or a database. */
final class CheckCommand {

    static final String NAME = "check";

    private static final String SOUNDNESS = "--soundness";

    private static final String USAGE = """
            Usage: check [FOLDER] [--json] [--lang de|en]
                   check --soundness FILE.bpmn
            Without a folder it is $TANDEM_PROCESSES, or processes. It ends with 0 if the folder can go live (warnings
            allowed), with 1 if it is refused, and with 2 if it cannot be checked.
            With --soundness any diagram is judged by itself: 0 sound, 1 not sound, 2 not supported, 3 no BPMN.""";

    private CheckCommand() {}

    /** @return the exit code: 0 accepted, 1 refused, 2 if the arguments or the folder cannot be used */
    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        try {
            if (arguments.contains(SOUNDNESS)) return soundness(arguments, out);
            var options = Options.of(arguments);
            // Reads many classes; meanwhile the rules are looked for.
            new Thread(Steps::ours).start();
            var reading = FolderReading.of(options.folder());
            var findings = new ArrayList<>(reading.unread());
            findings.addAll(new Check(Rules.all()).of(reading.snapshot()));
            var report = new CheckReport(findings, reading.snapshot().files().size());
            if (options.json()) report.printJson(out);
            else report.print(out, FindingWords.in(options.language()));
            return findings.stream().anyMatch(Finding::refuses) ? 1 : 0;
        } catch (IOException e) {
            errors.println("It cannot be read: " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.println(USAGE);
            return 2;
        }
    }

    private static int soundness(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 2 || !arguments.get(0).equals(SOUNDNESS)) {
            throw new IllegalArgumentException(SOUNDNESS + " takes one file and nothing else");
        }
        var file = Path.of(arguments.get(1));
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException("There is no file " + file);
        var report = SoundnessReport.of(file.getFileName().toString(), Files.readAllBytes(file));
        report.lines().forEach(out::println);
        return report.code();
    }

    private record Options(Path folder, boolean json, String language) {

        static Options of(List<String> arguments) {
            var folder = Path.of(System.getenv().getOrDefault("TANDEM_PROCESSES", "processes"));
            var json = false;
            var language = Locale.getDefault().getLanguage().equals("de") ? "de" : "en";
            var named = 0;
            for (var rest = arguments.iterator(); rest.hasNext(); ) {
                var argument = rest.next();
                if (argument.equals("--json")) {
                    json = true;
                } else if (argument.equals("--lang")) {
                    language = language(rest.hasNext() ? rest.next() : "");
                } else if (argument.startsWith("-") || named++ > 0) {
                    throw new IllegalArgumentException("\"%s\" is too much".formatted(argument));
                } else {
                    folder = Path.of(argument);
                }
            }
            if (!Files.isDirectory(folder)) throw new IllegalArgumentException("There is no folder " + folder);
            return new Options(folder, json, language);
        }

        private static String language(String written) {
            if (!FindingWords.LANGUAGES.contains(written)) {
                throw new IllegalArgumentException("--lang is one of " + FindingWords.LANGUAGES);
            }
            return written;
        }
    }
}
