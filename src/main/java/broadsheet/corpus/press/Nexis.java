package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nexis (LexisNexis, Lexis Advance, Nexis Uni): documents that a counter begins, as in {@code 3 of
 * 10 DOCUMENTS} or {@code Dokument 3 von 10}, or that {@code End of Document} ends.
 */
final class Nexis implements PressDatabase {
  private static final String OF = "(?:of|OF|von|de|van|di|sur)";
  private static final String DOCUMENTS =
      "(?:DOCUMENTS?|STOR(?:Y|IES)|DOKUMENTE?N?|DOCUMENTOS?|DOCUMENTI?)";

  private static final String NUMBER = "\\d{1,3}(?:[.,]?\\d{3})?";

  private static final String COUNT =
      "(?:(?:LEVEL \\d+ - )?"
          + NUMBER
          + " "
          + OF
          + " "
          + NUMBER
          + " "
          + DOCUMENTS
          + "|(?:Dokument "
          + NUMBER
          + " von|Documento? "
          + NUMBER
          + " d[ei]) "
          + NUMBER
          + ")";

  private static final Pattern COUNTER =
      Pattern.compile("(?s)\\h*" + COUNT + "(?:(?!\\w|\\R).{0,40})?");

  private static final Pattern COUNTER_LINE = Pattern.compile("(?m)^\\h*" + COUNT + "\\h*$");

  private static final Pattern END =
      Pattern.compile(
          "End of Document|Ende des Dokuments|Fin du document|Fin del documento|Fim do documento"
              + "|Einde van document|Fine del documento");

  private static final PrefilteredPattern EXPORT =
      PrefilteredPattern.of(
          "(?m)^\\h*+"
              + COUNT
              + "\\s*$"
              + "|>\\s*\\d{1,6} of \\d{1,6} DOCUMENTS?\\s*<|<!-- LXNComment |^<DOC NUMBER=\\d+>"
              + "|^Download Request: |^[ \\t]*+End of Document[ \\t]*$|^Job Number: *\\d+",
          "DOCUMENT",
          " STORIES",
          " STORY",
          "DOKUMENT",
          "Document 1 d",
          "Dokument 1 von ",
          "Documento 1 d",
          "<!-- LXNComment ",
          "<DOC NUMBER=",
          "Download Request: ",
          "End of Document",
          "Job Number:");

  private static final PrefilteredPattern FIELD =
      PrefilteredPattern.ofAnyCase("(?m)^[ \\t]*+LOAD-DATE: ?\\S", "load-date:");

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^[ \\t]*+(?:LENGTH|L.NGE|LONGUEUR|LENGTE|EXTENSI.N): ?\\d+ ?\\p{L}+");

  @Override
  public boolean isExport(String head) {
    return EXPORT.isIn(head) || (FIELD.isIn(head) && LENGTH.matcher(head).find());
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    return PressDocument.withText(
        parts(text).stream().map(part -> new NexisDocument(part, dates).document()));
  }

  private static List<PressText> parts(PressText text) {
    List<PressText> counted = parts(withCountersAlone(text), COUNTER);
    if (counted.size() > 1) {
      return counted.subList(1, counted.size());
    }
    List<PressText> ended = parts(text, END);
    boolean isOpen = ended.size() > 1 && ended.getLast().blocks().size() <= 2;
    return isOpen ? ended.subList(0, ended.size() - 1) : ended;
  }

  /** A text in which no counter shares its block with the lines above or below it. */
  private static PressText withCountersAlone(PressText text) {
    List<String> blocks = new ArrayList<>();
    for (String block : text.blocks()) {
      Matcher counter = COUNTER_LINE.matcher(block);
      int from = 0;
      while (counter.find()) {
        blocks.add(block.substring(from, counter.start()));
        blocks.add(counter.group());
        from = counter.end();
      }
      blocks.add(block.substring(from));
    }
    return new PressText(blocks, text.isWrapped());
  }

  private static List<PressText> parts(PressText text, Pattern border) {
    List<PressText> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.blocks().size(); i++) {
      if (border.matcher(text.blocks().get(i)).matches()) {
        parts.add(text.part(start, i));
        start = i + 1;
      }
    }
    parts.add(text.part(start, text.blocks().size()));
    return parts;
  }
}
