package io.tandem.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '>', textBlock = """
            photo.jpg > photo.jpg
            ../../etc/passwd > passwd
            C:\\Windows\\win.ini > win.ini
            /absolute/path.txt > path.txt
            .. > file
            .htaccess > htaccess
            a:b*c?.txt > a_b_c_.txt
            NUL.txt > _NUL.txt
            com1 > _com1
            trailing.exe... > trailing.exe
            Größe & Maß.pdf > Größe & Maß.pdf
            領収書.pdf > 領収書.pdf
            """)
    void isMadeSafe(String given, String safe) {
        assertThat(FileName.of(given).text()).isEqualTo(safe);
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(FileName.of("invoice\u202Efdp.exe").text()).isEqualTo("invoicefdp.exe");
        assertThat(FileName.of("evil.exe\u0000.pdf").text()).isEqualTo("evil.exe.pdf");
        assertThat(FileName.of("a\r\nSet-Cookie: x.txt").text()).isEqualTo("aSet-Cookie_ x.txt");
        assertThat(FileName.of("a\u200Bb\uFEFF.txt").text()).isEqualTo("ab.txt");
        assertThat(FileName.of("a\uD800.txt").text()).isEqualTo("a.txt");
        assertThat(FileName.of("a \" <b>.txt").text()).isEqualTo("a _ _b_.txt");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileName.of("ü".repeat(296) + ".pdf");

        assertThat(name.text()).hasSize(120).endsWith("ü.pdf");
        assertThat(name.ending()).isEqualTo("pdf");
        assertThat(FileName.of("😀".repeat(300)).text().codePoints().count()).isEqualTo(120);
    }

    @Test
    void aFileWithoutANameHasOne() {
        assertThat(FileName.of(null).text()).isEqualTo("file");
        assertThat(FileName.of("  ").text()).isEqualTo("file");
        assertThat(FileName.of("no ending").ending()).isEmpty();
        assertThat(FileName.of("SETUP.EXE").ending()).isEqualTo("exe");
    }
}
