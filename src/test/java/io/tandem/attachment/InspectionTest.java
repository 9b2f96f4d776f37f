package io.tandem.attachment;

import static io.tandem.story.SampleFiles.gif;
import static io.tandem.story.SampleFiles.joined;
import static io.tandem.story.SampleFiles.jpeg;
import static io.tandem.story.SampleFiles.pdf;
import static io.tandem.story.SampleFiles.png;
import static io.tandem.story.SampleFiles.text;
import static io.tandem.story.SampleFiles.windowsProgram;
import static io.tandem.story.SampleFiles.zip;
import static io.tandem.story.SampleFiles.zipBomb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tandem.api.Problem;
import io.tandem.story.TandemRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of what is refused is the one that is shipped. */
@TandemRuns
class InspectionTest {

    private static final byte[] OFFICE_97 = joined(text("\320\317\21\340\241\261\32\341"), new byte[70_000]);

    @Autowired
    private Inspection inspection;

    @TempDir
    private Path folder;

    static Stream<Arguments> fine() {
        return Stream.of(
                arguments("photo.jpg", jpeg(20, 10), "image/jpeg"),
                arguments("screenshot.png", png(20, 10), "image/png"),
                arguments("dance.gif", gif(), "image/gif"),
                arguments("invoice.pdf", pdf(), "application/pdf"),
                arguments("a picture with a wrong name.pdf", png(20, 10), "image/png"),
                arguments("letter.txt", text("Dear Waldkauz, 1 < 2 && 3 > 2"), "text/plain"),
                arguments("bestellungen.csv", "Straße;1\n".getBytes(StandardCharsets.UTF_8), "text/plain"),
                arguments("papers.zip", zip("a.pdf", "folder/b.jpg"), "application/zip"),
                arguments("old.doc", OFFICE_97, "application/x-tika-msoffice"),
                arguments(
                        "letter.docx",
                        zip("[Content_Types].xml", "word/document.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                arguments(
                        "table.xlsx",
                        zip("[Content_Types].xml", "xl/workbook.xml"),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                arguments("unknown.dat", new byte[] {1, 2, 3, 0, 5}, "application/octet-stream"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fine")
    void isKnownByItsContent(String name, byte[] content, String type) throws IOException {
        assertThat(look(name, content)).isEqualTo(type);
    }

    static Stream<Arguments> dangerous() {
        return Stream.of(
                arguments("holiday.jpg", windowsProgram(), "attachmentType"),
                arguments("invoice.pdf", joined(text("\177ELF\2\1\1\0"), new byte[64]), "attachmentType"),
                arguments("invoice.pdf.exe", pdf(), "attachmentType"),
                arguments("SETUP.EXE ", text("anything"), "attachmentType"),
                arguments("evil\u202Egpj.exe", png(4, 4), "attachmentType"),
                arguments("install.txt", text("#!/bin/sh\nrm -rf /\n"), "attachmentType"),
                arguments("install.bat", text("del *.*"), "attachmentType"),
                arguments("page.html", text("<b>hi</b>"), "attachmentType"),
                arguments("page.txt", text("<!DOCTYPE html><html><script>alert(1)</script></html>"), "attachmentType"),
                arguments("page.jpg", text("  <html><body onload=alert(1)>"), "attachmentType"),
                arguments("drawing.svg", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "attachmentType"),
                arguments(
                        "drawing.png",
                        text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                        "attachmentType"),
                arguments("code.js", text("alert(1)"), "attachmentType"),
                arguments("a page and a PDF.pdf", joined(text("<html><script>x</script>"), pdf()), "attachmentType"),
                arguments("papers.zip", zip("a.pdf", "folder/setup.EXE"), "attachmentArchive"),
                arguments("papers.zip", zip("page.html"), "attachmentArchive"),
                arguments("papers.zip", zip("a.pdf", "more papers.ZIP"), "attachmentArchive"),
                arguments("a picture and a program.gif", joined(gif(), zip("Main.class")), "attachmentArchive"),
                arguments("a PDF and a program.pdf", joined(pdf(), zip("run.js")), "attachmentArchive"),
                arguments("program.zip", zip("META-INF/MANIFEST.MF", "a/Main.class"), "attachmentArchive"),
                arguments("half.zip", Arrays.copyOf(zip("a.pdf", "b.pdf"), 60), "attachmentUnreadable"),
                arguments("archive.txt", joined(text("7z\274\257\47\34\0\4"), new byte[40]), "attachmentType"),
                arguments("archive.bin", joined(text("Rar!\32\7\0"), new byte[40]), "attachmentType"),
                arguments(
                        "letter.docx",
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "attachmentMacros"),
                arguments("letter.odt", zip("META-INF/manifest.xml", "Basic/Standard/Module1.xml"), "attachmentMacros"),
                arguments(
                        "old.doc",
                        joined(OFFICE_97, "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE)),
                        "attachmentMacros"),
                arguments(
                        "installer.doc",
                        joined(Arrays.copyOf(OFFICE_97, 64 * 1024 - 7), text("\204\20\14\0\0\0\0\0\300\0\0\0\0\0\0F")),
                        "attachmentType"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("dangerous")
    void isRefusedWithTheReason(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> look(name, content))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.name()).isEqualTo(reason));
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        var bomb = zipBomb();
        assertThat(bomb).hasSizeLessThan(2 * 1024 * 1024);

        var before = System.nanoTime();
        assertThat(look("papers.zip", bomb)).isEqualTo("application/zip");

        // To unpack it takes seconds.
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    /** As many as fit into a file: to look for each of them among all the others took a minute. */
    @Test
    void anArchiveOfManyEntriesIsLookedAtInNoTime() throws IOException {
        var many = zip(IntStream.range(0, 90_000).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(many).hasSizeLessThan(10 * 1024 * 1024);

        var before = System.nanoTime();
        assertThat(look("papers.zip", many)).isEqualTo("application/zip");

        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    private String look(String name, byte[] content) throws IOException {
        return inspection.look(Files.write(folder.resolve("file"), content), FileName.of(name));
    }
}
