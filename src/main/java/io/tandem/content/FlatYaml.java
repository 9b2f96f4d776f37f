package io.tandem.content;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML of one level: names with a text or a list of texts. It is read as a tree and nothing is built from it, so a file
 * can neither create objects nor turn a title like "Yes" into something else; and every complaint knows its line.
 */
public final class FlatYaml {

    private final String file;
    private final int linesBefore;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    /** @param linesBefore how many lines of the file stand before the YAML */
    public FlatYaml(String file, int linesBefore, String yaml) {
        this.file = file;
        this.linesBefore = linesBefore;
        if (!(compose(yaml) instanceof MappingNode root))
            throw brokenAt(null, "entries like \"title: ...\" are missing");
        for (var entry : root.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw brokenAt(entry.getKeyNode(), "the name of an entry has to be a word");
            }
            if (entries.put(name.getValue(), entry.getValueNode()) != null) {
                throw brokenAt(name, "\"" + name.getValue() + "\" stands here twice");
            }
        }
    }

    private @Nullable Node compose(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BrokenFile(file, mark == null ? linesBefore + 1 : linesBefore + 1 + mark.getLine(), problem(e));
        } catch (YAMLException e) {
            throw new BrokenFile(file, String.valueOf(e.getMessage()));
        }
    }

    private static String problem(MarkedYAMLException e) {
        return "this is no YAML: " + (e.getProblem() == null ? e.getMessage() : e.getProblem());
    }

    public void mustOnlyHave(Set<String> names) {
        entries.forEach((name, value) -> {
            if (!names.contains(name)) throw brokenAt(value, "there is no entry \"" + name + "\", only " + names);
        });
    }

    public String text(String name) {
        var node = entries.get(name);
        if (node == null) throw brokenAt(null, "\"" + name + "\" is missing");
        return text(node, name);
    }

    private String text(Node node, String name) {
        if (!(node instanceof ScalarNode scalar)) throw brokenAt(node, "\"" + name + "\" has to be a text");
        if (scalar.getValue().isBlank()) throw brokenAt(node, "\"" + name + "\" is empty");
        return scalar.getValue().strip();
    }

    /** The texts of a list; none if there is no such entry. */
    public List<String> texts(String name) {
        return lines(name).stream().map(Line::text).toList();
    }

    /** The texts of a list, each with its line in the file. */
    public List<Line> lines(String name) {
        var node = entries.get(name);
        if (node == null) return List.of();
        if (!(node instanceof SequenceNode list)) throw brokenAt(node, "\"" + name + "\" has to be a list");
        return list.getValue().stream()
                .map(item -> new Line(lineOf(item), text(item, name)))
                .toList();
    }

    public record Line(int line, String text) {}

    public BrokenFile broken(String name, String reason) {
        return brokenAt(entries.get(name), reason);
    }

    private BrokenFile brokenAt(@Nullable Node node, String reason) {
        return new BrokenFile(file, lineOf(node), reason);
    }

    private int lineOf(@Nullable Node node) {
        return linesBefore + 1 + (node == null ? 0 : node.getStartMark().getLine());
    }
}
