package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files in a document, such as a message's attachments, that become a part of its article each:
 * their text follows the document's own. Not thread-safe.
 */
public final class EnclosedFiles {
  /** The most text of a document with its files, in characters; a page counts as {@link #PAGE}. */
  private static final int MOST = 16 << 20;

  private static final int PAGE = 256;

  private final String own;
  private final List<Article> files;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final WordPlaces.Builder places = new WordPlaces.Builder();
  private int words;

  /**
   * @param own the name of the document's own text among its parts
   * @param files the files, from {@link Records#enclosed}
   */
  public EnclosedFiles(String own, List<Article> files) {
    this.own = own;
    this.files = new ArrayList<>(files);
  }

  /** Takes out the files that would make the article too long, and returns them. */
  public List<Article> tooLong(List<String> text) {
    long length = text.stream().mapToLong(String::length).sum();
    List<Article> taken = new ArrayList<>();
    for (Article file : files) {
      long its =
          texts(file).stream().mapToLong(String::length).sum()
              + (long) PAGE * file.positions().parts().size();
      if (length + its > MOST) {
        taken.add(file);
      } else {
        length += its;
      }
    }
    files.removeAll(taken);
    return taken;
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The people of messages among the files. */
  public Stream<String> correspondents() {
    return files.stream()
        .filter(file -> !file.people().isEmpty())
        .flatMap(file -> Stream.concat(file.authors().stream(), file.people().stream()));
  }

  /**
   * A part of the document's own text. Immutable.
   *
   * @param part the chapter, or the document itself
   */
  public record OwnText(Part part, List<String> paragraphs) {}

  /** Fills in the text of the document and of the files. */
  public void fill(ArticleBuilder article, String title, List<String> text) {
    if (files.isEmpty()) {
      article.paragraphs(text);
    } else {
      fillParts(article, title, List.of(new OwnText(new Enclosure(own), text)));
    }
  }

  /** Fills in the text of a document of chapters, and of the files. The title is in the first. */
  public void fillParts(ArticleBuilder article, String title, List<OwnText> chapters) {
    for (OwnText chapter : chapters) {
      begin(chapter.part());
      words += parts.size() == 1 ? words(title) : 0;
      chapter.paragraphs().forEach(this::add);
    }
    files.forEach(this::add);
    article
        .paragraphs(paragraphs)
        .positions(new Positions(parts, places.build(), Positions.UNKNOWN_QUALITY));
  }

  private void add(Article file) {
    String name = name(file);
    Positions its = file.positions();
    int start = words;
    if (its.parts().isEmpty()) {
      begin(new Enclosure(name));
    } else {
      int before = parts.size();
      Part first = its.parts().getFirst();
      its.parts().forEach(part -> parts.add(within(name, part, part.equals(first))));
      int title = words(file.title());
      int between = words(file.standfirst());
      for (WordPlace place : its.words()) {
        int word = place.word() + (place.word() < title ? 0 : between);
        places.add(new WordPlace(start + word, before + place.part(), place.place()));
      }
    }
    texts(file).forEach(this::add);
  }

  private void begin(Part part) {
    places.add(new WordPlace(words, parts.size(), Place.SOMEWHERE));
    parts.add(part);
  }

  private static String name(Article file) {
    String location = file.locations().getFirst();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /**
   * @param isOwn whether it is the file's own text, where it has files itself
   */
  private static Part within(String name, Part part, boolean isOwn) {
    return switch (part) {
      case PrintedPage page ->
          new PrintedPage(
              page.number(), name + ", " + page.label(), page.width(), page.height(), "");
      case Chapter chapter -> new Chapter(name + ", " + chapter.label());
      default -> new Enclosure(isOwn ? name : part.label());
    };
  }

  private void add(String paragraph) {
    paragraphs.add(paragraph);
    words += words(paragraph);
  }

  /** The texts of a file in the order in which the places of its words count them. */
  private static List<String> texts(Article file) {
    return Stream.of(
            Stream.of(file.title(), file.standfirst()),
            file.paragraphs().stream(),
            file.captions().stream())
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static int words(String text) {
    return text.isEmpty() ? 0 : text.split(" ", -1).length;
  }
}
