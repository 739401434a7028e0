package broadsheet.engine;

import java.util.Optional;

/**
 * The health and load of an engine.
 *
 * @param fault the reason why searches fail, a sentence without folder names; empty if they work
 * @param generation the number of the commit that is searched; grows with each commit
 * @param heavyWorking the number of costly queries running
 * @param heavyWaiting the number of costly queries queued
 */
public record EngineStatus(
    Optional<String> fault, long generation, int heavyWorking, int heavyWaiting) {}
