package io.tandem.process.migration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * From one version of a process to another.
 *
 * @param plan the engine's: equal elements to equal elements, messages as the new version has them, times as they are
 * @param obstacles why tickets that stand at these elements stay, by the elements' ids
 * @param newTimes the timers that the new version sets otherwise
 * @param labels what elements are called in the version from which tickets come
 */
record VersionChange(
        MigrationPlan plan, SortedMap<String, Stay> obstacles, Set<String> newTimes, Map<String, String> labels) {

    Optional<Stay> obstacleAt(String element) {
        return Optional.ofNullable(obstacles.get(element));
    }
}
