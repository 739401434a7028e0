package broadsheet.corpus.office;

import broadsheet.article.Article;
import java.util.List;

/**
 * The text of an office file and what its properties say of it. Immutable.
 *
 * @param blocks in reading order, none blank
 * @param title the title as the properties state it; often a file name or left over from a template
 * @param author the author as the properties state it; often a login
 * @param created the creation date as the properties state it
 * @param files the documents in it, see {@link Parts#files}
 */
record OfficeText(
    List<OfficeBlock> blocks, String title, String author, String created, List<Article> files) {
  OfficeText {
    files = List.copyOf(files);
    blocks = blocks.stream().filter(block -> !block.isBlank()).toList();
  }
}
