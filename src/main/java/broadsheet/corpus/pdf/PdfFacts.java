package broadsheet.corpus.pdf;

import java.util.List;

/**
 * The facts that a PDF states about itself. Immutable.
 *
 * @param title the title as its properties state it; often a file name
 * @param author the author as its properties state it
 * @param created the day as its properties state it, in ISO 8601
 * @param pages the number of pages
 * @param labels the labels of its first pages, such as {@code xiv}; those after them are numbered
 */
record PdfFacts(String title, String author, String created, int pages, List<String> labels) {
  PdfFacts {
    labels = List.copyOf(labels);
  }
}
