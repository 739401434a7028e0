package broadsheet.corpus.pdf;

/**
 * What a PDF states of itself. Immutable.
 *
 * @param title as its properties state it; often a file name
 * @param author as its properties state it
 * @param created ISO 8601, as its properties state it
 * @param pages how many it has
 */
record PdfFacts(String title, String author, String created, int pages) {}
