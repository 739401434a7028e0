package broadsheet.corpus.pdf;

/**
 * A printed word. Immutable.
 *
 * @param size the size of its font, in points
 */
record Word(String text, Bounds box, double size) {}
