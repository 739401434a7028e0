package broadsheet.lucene.shard;

import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.UpdateMark;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.VectorPassage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * A document of an archive in the form that a client sends to a shard, which makes the Lucene
 * document. Immutable.
 */
public sealed interface ShippedDocument {

  /** The length of a digest in bytes, enough to tell any two documents apart. */
  int DIGEST = 16;

  /** In place of a routing value: a copy goes to every shard. */
  String EVERYWHERE = "";

  /**
   * The document's name in the archive, which stays the same for the same article, place or record.
   */
  String key();

  /**
   * The routing value, which decides the shard. An article shares it with its further places, and a
   * file with its entries. {@link #EVERYWHERE} for a document that every shard holds.
   */
  String home();

  /** The Lucene document. */
  Document document();

  /** The bytes to send. */
  default byte[] bytes() {
    return Wire.marked(this, ShippedDocument.class, WireProtocol.NEWEST);
  }

  /**
   * Reads the bytes that a client sent.
   *
   * @throws IOException when it is not from a client of this version
   */
  static ShippedDocument of(byte[] bytes) throws IOException {
    return (ShippedDocument) Wire.ofMarked(bytes, ShippedDocument.class);
  }

  /**
   * An article.
   *
   * @param family the family of its reprints; empty when it has none
   */
  record OfArticle(IndexedArticle article, OptionalLong family) implements ShippedDocument {
    @Override
    public String key() {
      return "article-" + home();
    }

    @Override
    public String home() {
      return hex(Fingerprint.of(article));
    }

    @Override
    public Document document() {
      Document document = ArticleDocument.onShard(article);
      family.ifPresent(
          number -> document.add(new NumericDocValuesField(IndexSchema.FAMILY, number)));
      return document;
    }
  }

  /**
   * A further place of an article.
   *
   * @param fingerprint the fingerprint of the article
   */
  record OfPlace(RecordPlace place, BytesRef fingerprint) implements ShippedDocument {
    @Override
    public String key() {
      return "place-" + digest(place.key());
    }

    @Override
    public String home() {
      return hex(fingerprint);
    }

    @Override
    public Document document() {
      return PlaceDocument.of(place, fingerprint);
    }
  }

  /**
   * A record that its provider withdrew, without its content.
   *
   * @param fingerprint the fingerprint of its article
   */
  record OfWithdrawn(RecordPlace place, BytesRef fingerprint) implements ShippedDocument {
    @Override
    public String key() {
      return "withdrawn-" + digest(place.key());
    }

    @Override
    public String home() {
      return hex(fingerprint);
    }

    @Override
    public Document document() {
      return WithdrawnDocument.of(place, fingerprint);
    }
  }

  /** The ledger's record of a file. */
  record OfFile(FileRecord file) implements ShippedDocument {
    @Override
    public String key() {
      return "file-" + home();
    }

    @Override
    public String home() {
      return digest(LedgerDocument.term(file.path()));
    }

    @Override
    public Document document() {
      return LedgerDocument.of(file);
    }
  }

  /**
   * The ledger's entry for a record of a file.
   *
   * @param number its place among the file's entries
   */
  record OfEntry(String file, long number, LedgerEntry entry) implements ShippedDocument {
    @Override
    public String key() {
      return "entry-" + digest(file + "\0" + number);
    }

    @Override
    public String home() {
      return digest(file);
    }

    @Override
    public Document document() {
      return LedgerDocument.of(file, number, entry);
    }
  }

  /** Some of the decisions on names, which every shard needs to count and to find them. */
  record OfNames(NamesDocument names) implements ShippedDocument {
    @Override
    public String key() {
      return "names-" + names.number();
    }

    @Override
    public String home() {
      return EVERYWHERE;
    }

    @Override
    public Document document() {
      return names.document();
    }
  }

  /** A passage with its vector, in an index of passages. */
  record OfPassage(VectorPassage passage) implements ShippedDocument {
    @Override
    public String key() {
      return key(home(), passage.fields(), passage.number());
    }

    /** The name of a passage of the article with this routing value. */
    public static String key(String home, PassageFields fields, int number) {
      return home + "-" + fields.model() + "-" + number;
    }

    /** The routing value of an article's passages. */
    public static String home(BytesRef article) {
      return hex(article);
    }

    @Override
    public String home() {
      return home(passage.article());
    }

    @Override
    public Document document() {
      return passage.document();
    }
  }

  /**
   * A document that an update writes beside the one before; see {@link HiddenDocuments}.
   *
   * @param update the number of the update
   * @param name the document's name in the archive, on its shard
   * @param home its routing value
   * @param content empty if the document is deleted
   */
  record OfUpdate(long update, String name, String home, Optional<ShippedDocument> content)
      implements ShippedDocument {

    private UpdateMark mark() {
      return new UpdateMark(update, name, home, content.isEmpty());
    }

    @Override
    public String key() {
      return mark().id();
    }

    @Override
    public Document document() {
      Document document = content.map(ShippedDocument::document).orElseGet(Document::new);
      mark().addTo(document);
      return document;
    }
  }

  private static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return hex(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String hex(BytesRef bytes) {
    return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }
}
