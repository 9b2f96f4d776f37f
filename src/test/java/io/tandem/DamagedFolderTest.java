package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import io.tandem.check.FolderReading;
import io.tandem.check.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files cost a clear word and nothing else. */
@Tag("slow")
class DamagedFolderTest {

    private static final String TICKET = "ticket.bpmn";
    private static final String LAUGHS = """
            <?xml version="1.0"?>
            <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="ticket" name="&c;" /></definitions>
            """;
    private static final String FOREIGN = """
            <?xml version="1.0"?>
            <!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="ticket" name="&secret;" /></definitions>
            """;

    @Test
    void aTruncatedFileIsToldWithLineAndColumn() {
        var text = Edited.ours().text(TICKET);

        told(Edited.ours().write(TICKET, text.substring(0, 5_000)), "xml.broken", TICKET)
                .contains("in line")
                .contains("column");
    }

    @ParameterizedTest
    @ValueSource(strings = {LAUGHS, FOREIGN})
    void nothingIsTakenInFromElsewhere(String xml) {
        told(Edited.ours().write(TICKET, xml), "xml.doctype", TICKET)
                .contains("DOCTYPE")
                .contains("line 2");
    }

    @Test
    void anotherEncodingThanTheFileSaysIsNoticed() {
        var latin = Edited.ours()
                .replace(TICKET, "name=\"Who helps?\"", "name=\"Wer übernimmt?\"")
                .text(TICKET)
                .getBytes(StandardCharsets.ISO_8859_1);

        told(Edited.ours().write(TICKET, latin), "xml.encoding", TICKET)
                .contains("UTF-8")
                .containsPattern("line \\d{2,}");
    }

    @Test
    void anotherEncodingThatTheFileNamesIsFine() {
        var text = Edited.ours()
                .replace(TICKET, "name=\"Who helps?\"", "name=\"Wer übernimmt?\"")
                .replace(TICKET, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                .text(TICKET);

        assertThat(Edited.ours()
                        .write(TICKET, text.getBytes(StandardCharsets.ISO_8859_1))
                        .findings())
                .isEmpty();
    }

    @Test
    void aFileOfThousandsOfNestedElementsIsRefused() {
        var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        told(Edited.ours().write(TICKET, deep), "xml.tooDeep", TICKET).contains("nested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK\u0003\u0004",
                "hello",
                "<",
                "<a></b>",
                "<a/><b/>",
                "\u0000\u0000",
                "<a b='1' b='2'/>",
                "<a>&nbsp;</a>"
            })
    void whatIsNoXmlIsRefused(String text) {
        assertThat(Edited.ours().write(TICKET, text).findings())
                .anySatisfy(finding -> assertThat(finding.rule()).startsWith("xml."));
    }

    @Test
    void theXmlOfSomethingElseIsRefused() {
        told(Edited.ours().write(TICKET, "<html xmlns='http://www.w3.org/1999/xhtml' />"), "process.missing", TICKET)
                .contains("no process");
    }

    @Test
    void noOtherFindingHidesTheDamage() {
        var findings = Edited.ours().write("bot-attempt.bpmn", "<broken").findings();

        assertThat(findings).extracting(Finding::rule).containsExactly("xml.broken", "proof.later");
    }

    @Test
    void twoFilesWithOneProcessAreRefused() {
        var twice = Edited.ours().write("copy.bpmn", Edited.ours().text(TICKET));

        told(twice, "model.twice", TICKET).contains("copy.bpmn");
    }

    @Test
    void twoFilesWithOneDecisionAreRefused() {
        var twice = Edited.ours().write("copy.dmn", Edited.ours().text("survey.dmn"));

        told(twice, "model.twice", "survey.dmn").contains("copy.dmn");
    }

    /** Nobody compares with a text that no language has any more, but the program asks for it. */
    @Test
    void aTextThatIsGoneInEveryLanguageIsMissed() {
        var german = "handover.MOOD = Der Kunde ist aufgebracht oder in Not.";
        var english = "handover.MOOD = The customer is upset or in distress.";
        var gone = Edited.ours()
                .replace("texts/messages_de.properties", german, "")
                .replace("texts/messages_en.properties", english, "");

        assertThat(gone.findings())
                .extracting(Finding::rule, Finding::file)
                .containsExactly(
                        tuple("text.gone", "texts/messages_de.properties"),
                        tuple("text.gone", "texts/messages_en.properties"));
        assertThat(FindingWords.in("de").todo(gone.findings().get(0))).contains("aufgebracht oder in Not");
    }

    @Test
    void aFolderWithoutTheTicketsProcessIsRefused() {
        told(Edited.ours().delete(TICKET), "folder.noTicket", TICKET).contains("ticket.bpmn is missing");
    }

    @Test
    void anEmptyFolderIsRefused() {
        told(new Edited(new Snapshot(new TreeMap<>())), "folder.empty", ".").contains("empty");
    }

    @Test
    void aLanguageWithoutTextsIsRefused() {
        told(Edited.ours().delete("texts/messages_de.properties"), "text.noFile", "texts/messages_de.properties")
                .contains("language");
    }

    @Test
    void textsInAnotherEncodingAreRefused() {
        var latin = Edited.ours().text("texts/messages_de.properties").getBytes(StandardCharsets.ISO_8859_1);

        told(Edited.ours().write("texts/messages_de.properties", latin), "text.broken", "texts/messages_de.properties")
                .contains("UTF-8");
    }

    @Test
    void aFileOf50MegabytesIsNotEvenRead(@TempDir Path folder) throws IOException {
        try (var large =
                new java.io.RandomAccessFile(folder.resolve("large.bpmn").toFile(), "rw")) {
            large.setLength(50 << 20);
        }

        var reading = FolderReading.of(folder);

        assertThat(reading.snapshot().files()).isEmpty();
        assertThat(reading.unread()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("file.tooLarge");
            assertThat(FindingWords.in("en").wrong(finding))
                    .isEqualTo("The file has 50 MB; at most 5 MB are possible.");
        });
    }

    @Test
    void aFolderOfManyLargeFilesIsRefused() {
        var edited = Edited.ours();
        for (var name : "abcdefghijk".split("")) edited = edited.write(name + ".md", new byte[5 << 20]);

        told(edited, "folder.tooLarge", ".").contains("50 MB");
    }

    /** Whatever bytes lie there, the check ends with findings and not with a failure of its own. */
    @Test
    void anyTruncationIsToldAndBreaksNothing() {
        for (var file : Edited.ours().folder().files().keySet()) {
            var bytes = Edited.ours().folder().file(file).orElseThrow();
            if (!file.matches(".*\\.(bpmn|dmn|yml|properties|html)")) continue;
            for (int part = 1; part < 4; part++) {
                var findings = Edited.ours()
                        .write(file, Arrays.copyOf(bytes, bytes.length * part / 4))
                        .findings();
                assertThat(findings).as(file).extracting(Finding::rule).doesNotContain("check.failed");
            }
        }
    }

    @Test
    void whatEditorsLeaveBehindIsNotRead(@TempDir Path folder) throws IOException {
        for (var name : new String[] {".hidden.bpmn", "ticket.bpmn~", "ticket.bpmn.swp", "ticket.bpmn"}) {
            Files.writeString(folder.resolve(name), "<a/>");
        }
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.writeString(folder.resolve(".git/objects/a"), "a");
        Files.createDirectories(folder.resolve(".camunda/element-templates"));
        Files.writeString(folder.resolve(".camunda/element-templates/a.json"), "[]");

        assertThat(FolderReading.of(folder).snapshot().files())
                .containsOnlyKeys("ticket.bpmn", ".camunda/element-templates/a.json");
    }

    private static AbstractStringAssert<?> told(Edited edited, String rule, String file) {
        var told = edited.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && finding.file().equals(file))
                .findFirst();
        assertThat(told).as(rule).isPresent();
        return assertThat(FindingWords.in("en").wrong(told.get()) + " "
                + FindingWords.in("en").todo(told.get()));
    }
}
