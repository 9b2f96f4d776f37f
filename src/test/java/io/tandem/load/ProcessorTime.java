package io.tandem.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How long processors have worked for this program and for the database; independent of what else runs on the machine. */
final class ProcessorTime {

    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USED_FROM = 11;
    private static final int USED_TO = 15;

    private final long postmaster;
    private final List<Node> nodes;

    /** @param nodes the processes to be watched; this one, if there are none */
    ProcessorTime(Path postgres, Node... nodes) throws IOException {
        this.nodes = List.of(nodes);
        postmaster = Long.parseLong(
                Files.readAllLines(postgres.resolve("postmaster.pid")).get(0).strip());
    }

    record Seconds(double program, double database) {

        Seconds since(Seconds before) {
            return new Seconds(program - before.program, database - before.database);
        }
    }

    Seconds now() {
        var program = nodes.isEmpty()
                ? ofThisProgram()
                : nodes.stream().mapToDouble(Node::used).sum();
        return new Seconds(program, database());
    }

    private static double ofThisProgram() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** The postmaster with those of its processes that have ended, and those that run. */
    private double database() {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .mapToDouble(process -> used(process, postmaster))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double used(Path process, long postmaster) {
        var fields = fields(process);
        var isOurs = process.endsWith(String.valueOf(postmaster))
                || (fields.size() > USED_TO && Long.parseLong(fields.get(PARENT)) == postmaster);
        if (!isOurs || fields.size() <= USED_TO) return 0;
        return fields.subList(USED_FROM, USED_TO).stream()
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** What stands behind the name, which may hold anything. */
    private static List<String> fields(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            return Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
