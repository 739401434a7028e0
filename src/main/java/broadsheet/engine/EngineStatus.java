package broadsheet.engine;

import java.util.Optional;

/**
 * How an engine is doing.
 *
 * @param fault why searches fail, in a sentence without names of folders; empty where they do not
 * @param generation the number of the commit that is searched; grows with each commit
 * @param heavyWorking how many costly queries are being worked on
 * @param heavyWaiting how many costly queries wait for their turn
 */
public record EngineStatus(
    Optional<String> fault, long generation, int heavyWorking, int heavyWaiting) {}
