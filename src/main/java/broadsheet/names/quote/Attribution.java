package broadsheet.names.quote;

/**
 * Words beside a quotation that name its speaker.
 *
 * @param mention the number of the mention that names the speaker
 * @param last the last word of what says so: the verb, the name, or the word before the quotation
 */
record Attribution(int mention, int last) {}
