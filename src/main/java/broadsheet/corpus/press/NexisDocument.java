package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.press.Labels.Labelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One document of Nexis. Older exports print outlet, date and headline, then labelled lines, text
 * and more labelled lines. Newer ones print headline, outlet and date, and write {@code Body} above
 * the text. Use once.
 */
final class NexisDocument {
  private static final Labels LABELS =
      Labels.of(
          Map.ofEntries(
              Map.entry(PressField.TITLE, "headline|titel|titre|título|titulo|titolo"),
              Map.entry(PressField.AUTHOR, "byline|autor|auteur|autore"),
              Map.entry(PressField.SECTION, "section|rubrik|rubrique|sección|sezione|sectie|seção"),
              Map.entry(PressField.LENGTH, "length|länge|longueur|longitud|extensión|lengte"),
              Map.entry(PressField.STANDFIRST, "highlight|encart"),
              Map.entry(PressField.DATELINE, "dateline"),
              Map.entry(PressField.LANGUAGE, "language|sprache|langue|idioma|taal|lingua"),
              Map.entry(PressField.TOPIC, "subject|sujet"),
              Map.entry(PressField.PLACE, "geographic|localisation-geo"),
              Map.entry(PressField.PERSON, "person|personne"),
              Map.entry(PressField.ORGANISATION, "organization|organisme|company|societe"),
              Map.entry(PressField.URL, "url"),
              Map.entry(
                  PressField.UNUSED,
                  "load-date|update|graphic|publication-type|document-type|journal-code"
                      + "|ticker|industry|city|state|country|series"
                      + "|correction|correction-date|issn|distribution|column|type|ausgabe|notes"
                      + "|date-chargement|symbole-boursier|secteur-activite"
                      + "|publikationsart|type-publication|publikationstyp|acc-no|cycle"),
              Map.entry(PressField.BODY, "body|text")));

  private static final Pattern BODY =
      Pattern.compile(
          "(?:Body|Text|Haupttext|Corps|Corps de l[’']article|Cuerpo|Corpo|Hoofdtekst)");

  private static final Pattern TAIL =
      Pattern.compile("(?:Classification|Graphic|Notes|Klassifizierung|Load-Date:.*)");

  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?is)(?:copyright|©|\\(c\\)).{0,8}(?<year>\\d{4}).*|all rights reserved\\.?");

  /** Printed below the date, or in its place. */
  private static final String CORRECTED = "Correction Appended";

  /** Above the text, an outlet's own abstract may be marked off. */
  private static final Pattern ABSTRACT = Pattern.compile("ABSTRACT|FULL TEXT");

  private static final Pattern COVER =
      Pattern.compile("(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms):.*");

  /** The name of a blog, below the outlet's. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*\\)");

  /** Outlet, date and headline are within this many blocks at the start. */
  private static final int HEAD = 12;

  private final PressText text;
  private final List<String> blocks;
  private final DateReader dates;
  private final PressDocument document = new PressDocument();
  private boolean isLabelSeen;
  private boolean isBody;
  private boolean isTail;
  private boolean isAbstract;

  NexisDocument(PressText text, DateReader dates) {
    this.text = text;
    this.blocks = text.blocks().stream().filter(block -> !block.equals(CORRECTED)).toList();
    this.dates = dates;
  }

  PressDocument document() {
    int body = first(BODY);
    int date = body < blocks.size() ? dateAbove(body) : dateBelowTop();
    int next = body < blocks.size() && date >= 0 ? newHead(date) : oldHead(date);
    for (int i = next; i < blocks.size(); i++) {
      take(blocks.get(i));
    }
    return document;
  }

  private int first(Pattern pattern) {
    for (int i = 0; i < blocks.size(); i++) {
      if (pattern.matcher(blocks.get(i)).matches()) {
        return i;
      }
    }
    return blocks.size();
  }

  /** A notice of copyright, which states the year, counts if there is no date. */
  private int dateAbove(int body) {
    int copyright = -1;
    for (int i = body - 1; i >= 0; i--) {
      if (isDate(blocks.get(i))) {
        return i;
      }
      copyright = copyrightYear(blocks.get(i)).isPresent() ? i : copyright;
    }
    return copyright;
  }

  private static Optional<String> copyrightYear(String block) {
    Matcher copyright = COPYRIGHT.matcher(block);
    return copyright.matches() ? Optional.ofNullable(copyright.group("year")) : Optional.empty();
  }

  private int dateBelowTop() {
    for (int i = 0; i < Math.min(HEAD, blocks.size()); i++) {
      if (isDate(blocks.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isDate(String block) {
    return LABELS.in(block).isEmpty()
        && !COPYRIGHT.matcher(block).matches()
        && PrintedDay.is(block, dates);
  }

  /** Headline, outlet, date; a cover page and a list of documents may precede the first. */
  private int newHead(int date) {
    document.add(PressField.DATE, copyrightYear(blocks.get(date)).orElse(blocks.get(date)));
    boolean isOfBlog = date > 1 && IN_BRACKETS.matcher(blocks.get(date - 1)).matches();
    int source = Math.max(0, date - (isOfBlog ? 2 : 1));
    blocks.subList(source, date).forEach(block -> document.add(PressField.SOURCE, block));
    boolean hasCover = blocks.stream().limit(date).anyMatch(b -> COVER.matcher(b).matches());
    int first = hasCover ? Math.max(0, source - 1) : 0;
    for (int i = first; i < source; i++) {
      document.add(PressField.TITLE, blocks.get(i));
    }
    return date + 1;
  }

  /** Outlet, date, headline. A notice of copyright may precede them. */
  private int oldHead(int date) {
    int next = 0;
    if (date >= 0) {
      document.add(PressField.DATE, blocks.get(date));
      for (int i = 0; i < date; i++) {
        if (!COPYRIGHT.matcher(blocks.get(i)).matches()) {
          document.add(PressField.SOURCE, blocks.get(i));
        }
      }
      next = date + 1;
    }
    boolean hasTitle = next < blocks.size() && LABELS.in(blocks.get(next)).isEmpty();
    if (hasTitle) {
      document.add(PressField.TITLE, blocks.get(next));
    }
    return hasTitle ? next + 1 : next;
  }

  private void take(String block) {
    Optional<Labelled> labelled = LABELS.in(block).filter(this::counts);
    if (labelled.isPresent()) {
      isLabelSeen = true;
      take(labelled.get());
    } else if (BODY.matcher(block).matches() && !isTail) {
      isBody = true;
    } else if (isBody && ABSTRACT.matcher(block).matches()) {
      isAbstract = block.startsWith("A");
    } else if (COPYRIGHT.matcher(block).matches() || isTail) {
      isTail |= isBody;
    } else if (TAIL.matcher(block).matches()) {
      isTail = true;
    } else {
      isBody |= isLabelSeen;
      boolean isText = isBody && !isAbstract;
      document.add(isText ? PressField.BODY : PressField.STANDFIRST, block);
      if (isText && text.isWrapped()) {
        document.add(PressField.BODY, "");
      }
    }
  }

  /** Whether a label in or below the text is Nexis's and not the article's. */
  private boolean counts(Labelled labelled) {
    return !isBody
        || isTail
        || labelled.isUpperCase()
        || TAIL.matcher(labelled.label()).find()
        || labelled.label().equals("Load-Date");
  }

  private void take(Labelled labelled) {
    if (labelled.field() == PressField.BODY) {
      isBody = true;
    } else {
      isTail |= isBody;
    }
    boolean isHeadline = labelled.field() == PressField.TITLE && document.has(PressField.TITLE);
    if (!isHeadline) {
      document.add(labelled.field(), labelled.value());
    }
  }
}
