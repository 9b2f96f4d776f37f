package io.tandem.check;

import io.tandem.model.DecisionFile;
import io.tandem.model.DecisionTable;
import io.tandem.model.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A DMN file of the folder, read and not yet judged. */
public record Decisions(String file, XmlElement root, List<DecisionTable> tables) {

    Decisions(String file, XmlElement root) {
        this(file, root, DecisionFile.tables(root));
    }

    public Stream<XmlElement> decisions() {
        return root.all("decision");
    }

    public Finding error(String rule, XmlElement at, Map<String, String> values) {
        return Finding.error(rule, file, new Finding.Element(file, at.id(), at.label()), values)
                .at(at.line());
    }

    public Finding error(String rule, DecisionTable table, int line, Map<String, String> values) {
        return Finding.error(rule, file, new Finding.Element(file, table.id(), table.label()), values)
                .at(line);
    }

    public Finding warning(String rule, DecisionTable table, int line, Map<String, String> values) {
        return Finding.warning(rule, file, new Finding.Element(file, table.id(), table.label()), values)
                .at(line);
    }
}
