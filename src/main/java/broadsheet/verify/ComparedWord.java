package broadsheet.verify;

/**
 * A word of a text, a character of a script without blanks, or the sign of a currency or of a
 * percentage.
 *
 * @param word its letters and digits in the one form in which words are compared
 * @param start its first character in the text
 * @param end the place after its last character
 */
record ComparedWord(String word, int start, int end) {}
