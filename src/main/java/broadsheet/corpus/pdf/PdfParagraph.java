package broadsheet.corpus.pdf;

/**
 * A paragraph of a page. Immutable.
 *
 * @param size of its letters, in points
 * @param top where it begins, in points from the upper edge of the page
 * @param isHeading whether its letters are larger than most of the page
 */
record PdfParagraph(String text, double size, double top, boolean isHeading) {}
