package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate.Origin;
import broadsheet.article.Recording;
import broadsheet.article.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A digest by which exact duplicates are found: articles that are word for word the same. Anything
 * that comes from the location of an article (its path, a section named after its folder, a date
 * from its file name) does not count, nor does an assumed language.
 */
public final class Fingerprint {

  /** 128 bits: long enough that two different articles never collide in practice. */
  private static final int LENGTH = 16;

  private final MessageDigest digest = Sha256.begin();

  private Fingerprint() {}

  /** {@value #LENGTH} bytes of a cryptographic hash of everything the article's source states. */
  public static BytesRef of(IndexedArticle indexed) {
    Article article = indexed.article();
    RecordPlace first = indexed.first();
    Fingerprint made = new Fingerprint();
    made.add(first.origin() == IdOrigin.PLACE ? "" : first.claim());
    made.add(article.title());
    made.add(article.standfirst());
    made.add(article.dateline());
    made.add(article.paragraphs());
    if (!article.captions().isEmpty()) {
      made.add(article.captions());
    }
    if (!article.corrections().isEmpty()) {
      made.add(article.corrections());
    }
    if (!article.edition().isEmpty()) {
      made.add(article.edition());
    }
    if (!article.correctionOf().isEmpty()) {
      made.add(article.correctionOf());
    }
    if (!article.organisations().isEmpty()) {
      made.add(article.organisations());
    }
    if (!article.speakers().isEmpty()) {
      made.add(article.speakers());
    }
    made.add(article.related());
    made.add(article.authors());
    made.add(article.source());
    made.add(article.topics());
    made.add(article.places());
    made.add(article.people());
    made.add(article.url());
    made.add(article.languageBasis().isOwn() ? article.language() : "");
    made.add(article.positions());
    boolean isDateOfPlace = article.publishedAt().origin() == Origin.FILE_NAME;
    made.add(isDateOfPlace ? "" : article.publishedAt().iso());
    return new BytesRef(made.digest.digest(), 0, LENGTH);
  }

  /** The beginning of a fingerprint as a number of {@link IndexSchema#DRAW}, at least 0. */
  public static long draw(BytesRef fingerprint) {
    return ByteBuffer.wrap(fingerprint.bytes, fingerprint.offset, Long.BYTES).getLong() >>> 1;
  }

  /** The first bytes of the first fingerprint, in their order, that begins as a number says. */
  public static BytesRef first(long draw) {
    return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(draw << 1).array());
  }

  /** The presence of scans counts; their place is a matter of the location. */
  private void add(Positions positions) {
    if (positions.parts().isEmpty()) {
      return;
    }
    add(positions.quality() + "");
    for (Part part : positions.parts()) {
      add(
          switch (part) {
            case PrintedPage page -> page.number() + "\t" + page.label() + "\t" + page.hasImage();
            case Chapter chapter -> "chapter\t" + chapter.label();
            case Enclosure file -> "file\t" + file.label();
            case Recording recording -> "recording\t" + recording.label();
          });
    }
    digest.update(positions.words().bytes());
  }

  private void add(List<String> values) {
    values.forEach(this::add);
    digest.update((byte) 1);
  }

  private void add(String value) {
    digest.update(value.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
