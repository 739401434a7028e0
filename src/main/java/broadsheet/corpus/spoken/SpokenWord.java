package broadsheet.corpus.spoken;

/**
 * A word of a cue.
 *
 * @param text never empty and without blanks
 * @param at the time of its beginning in milliseconds; {@link CueTime#NONE} if it has none of its
 *     own
 */
record SpokenWord(String text, int at) {}
