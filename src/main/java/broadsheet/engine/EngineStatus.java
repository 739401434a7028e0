package broadsheet.engine;

import java.util.Optional;

/**
 * The health and load of an engine.
 *
 * @param fault why searches fail, in a sentence without names of folders; empty where they work
 * @param generation the number of the commit that is searched; grows with each commit
 * @param heavyWorking how many costly queries are running
 * @param heavyWaiting how many costly queries are queued
 */
public record EngineStatus(
    Optional<String> fault, long generation, int heavyWorking, int heavyWaiting) {}
