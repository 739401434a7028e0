package broadsheet.corpus.office;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.office.OfficeBlock.Role;
import broadsheet.corpus.press.PressExport;
import broadsheet.corpus.press.PressText;
import broadsheet.corpus.record.EnclosedFiles;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.PageTitle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an office file into its article, or into several if it is the export of a press database.
 *
 * <p>A file's properties count only if its text says the same: programs fill them with file names,
 * logins and remains of templates.
 */
final class OfficeArticle {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_STANDFIRST = 300;

  /** The name of its own text among its parts. */
  private static final String OWN = "document";

  /** Title, byline and day are printed in this many blocks at the start. */
  private static final int HEAD = 8;

  private final OfficeText file;
  private final DateReader dates;
  private final List<OfficeBlock> rest;

  private OfficeArticle(OfficeText file, DateReader dates) {
    this.file = file;
    this.dates = dates;
    this.rest = new ArrayList<>(file.blocks());
  }

  /** Takes the articles of a file. */
  static void take(OfficeText file, Records records, DateReader dates) {
    PressText text =
        new PressText(
            file.blocks().stream()
                .flatMap(block -> Stream.of(block.text().split(OfficeBlock.BETWEEN_CELLS, -1)))
                .toList(),
            false);
    Optional<PressExport> export = PressExport.of(text, dates);
    if (export.isPresent()) {
      file.files().forEach(records::release);
      export.get().read(text, records);
    } else {
      EnclosedFiles files = new EnclosedFiles(OWN, file.files());
      List<String> blocks = file.blocks().stream().map(OfficeBlock::text).toList();
      files.tooLong(blocks).forEach(records::release);
      records.take(0, () -> new OfficeArticle(file, dates).article(files, records));
    }
  }

  private Article article(EnclosedFiles files, Records records) throws NotAnArticle {
    if (rest.isEmpty() && files.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    PublicationDate date = date();
    List<String> authors = authors();
    String title = title();
    String standfirst = standfirst();
    List<EnclosedFiles.OwnText> chapters = OfficeChapters.of(rest);
    ArticleBuilder article = records.article(0, "", "").title(title).standfirst(standfirst);
    if (chapters.isEmpty()) {
      files.fill(article, title, OfficeChapters.paragraphs(rest));
    } else {
      files.fillParts(article, title, chapters);
    }
    return article
        .authors(authors)
        .section(CleanText.line(records.file().section()))
        .publishedAt(date)
        .build();
  }

  /** The first title, the properties' title if it is printed, or a first line that can be one. */
  private String title() {
    Optional<OfficeBlock> styled = first(Role.TITLE);
    if (styled.isPresent()) {
      return taken(styled.get());
    }
    String stated = PageTitle.folded(CleanText.line(file.title()));
    Optional<OfficeBlock> confirmed =
        head().stream()
            .filter(block -> !stated.isEmpty() && PageTitle.folded(block.line()).equals(stated))
            .findFirst();
    return confirmed.or(this::firstLine).map(this::taken).orElse("");
  }

  private Optional<OfficeBlock> firstLine() {
    if (rest.size() < 2) {
      return Optional.empty();
    }
    OfficeBlock first = rest.getFirst();
    String line = first.line();
    boolean isTitle =
        first.role() == Role.HEADING
            || (line.length() <= LONGEST_TITLE && !line.endsWith(".") && !line.endsWith(":"));
    return isTitle ? Optional.of(first) : Optional.empty();
  }

  private String standfirst() {
    return first(Role.SUBTITLE)
        .filter(block -> block.line().length() <= LONGEST_STANDFIRST && rest.size() > 1)
        .map(this::taken)
        .orElse("");
  }

  /** A line at the top that is a day, or the day of the properties if the text names it. */
  private PublicationDate date() {
    for (OfficeBlock block : head()) {
      if (PrintedDay.is(block.line(), dates)) {
        rest.remove(block);
        return PrintedDay.in(block.line(), dates).date();
      }
    }
    Optional<LocalDate> created = dates.read(file.created()).date().first();
    for (OfficeBlock block : head()) {
      PublicationDate named = PrintedDay.in(block.line(), dates).date();
      if (created.isPresent() && created.equals(named.first())) {
        return named;
      }
    }
    return PublicationDate.unknown();
  }

  private List<String> authors() {
    String stated = CleanText.line(file.author());
    for (OfficeBlock block : head()) {
      List<String> byline = Byline.inText(List.of(block.line()));
      if (!byline.isEmpty()) {
        rest.remove(block);
        return byline;
      }
      boolean isNamed = stated.indexOf(' ') > 0 && block.line().contains(stated);
      if (isNamed) {
        return Names.people(stated);
      }
    }
    return List.of();
  }

  private List<OfficeBlock> head() {
    return List.copyOf(rest.subList(0, Math.min(HEAD, rest.size())));
  }

  private Optional<OfficeBlock> first(Role role) {
    return head().stream().filter(block -> block.role() == role).findFirst();
  }

  private String taken(OfficeBlock block) {
    rest.remove(block);
    return block.line();
  }
}
