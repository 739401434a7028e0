package broadsheet.names.tag;

/**
 * Words of a sentence that may be one name.
 *
 * @param from the number of its first word in the sentence
 * @param to the number after its last
 * @param titled whether an office or a form of address precedes it
 * @param article whether the definite article precedes it
 */
record NameSpan(int from, int to, boolean titled, boolean article) {}
