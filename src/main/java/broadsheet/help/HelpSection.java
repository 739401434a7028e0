package broadsheet.help;

import java.util.List;

/**
 * A section of a page: what a search of the help finds.
 *
 * @param address the address of the page with the section's anchor
 * @param page the title of the page
 * @param heading its heading, which of the first section is the title
 * @param paragraphs its text; rows of a table are paragraphs
 */
public record HelpSection(String address, String page, String heading, List<String> paragraphs) {
  public HelpSection {
    paragraphs = List.copyOf(paragraphs);
  }
}
