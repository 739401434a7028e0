package broadsheet.export;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import broadsheet.engine.result.NamedArticle;
import broadsheet.extension.ExtensionArticle;
import broadsheet.extension.host.InstalledExporter;
import broadsheet.extension.host.InstalledExporter.Batch;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A format that an extension writes, in workers that stay for the next export and end with the
 * program. Articles go there in batches, so memory does not grow with the file.
 *
 * @param workers those of the exporter's jar
 */
record ExtensionExport(InstalledExporter exporter, WorkerPool workers) implements ArticleFormat {

  @Override
  public String label() {
    return exporter.label();
  }

  @Override
  public String type() {
    return exporter.type();
  }

  @Override
  public String suffix() {
    return "." + exporter.name();
  }

  @Override
  public ArticleWriter writer(OutputStream out, ByteOrderMark mark, String site) {
    return new Batches(this, out);
  }

  /** The article as an extension sees it. */
  private static ExtensionArticle seen(Article article, String note) {
    return ExtensionArticle.builder()
        .id(article.id())
        .url(WebAddress.of(article.url()))
        .title(article.headline())
        .standfirst(article.standfirst())
        .dateline(article.dateline())
        .paragraphs(article.paragraphs())
        .captions(article.captions())
        .authors(article.authors())
        .source(article.source())
        .section(article.section())
        .edition(article.edition())
        .topics(article.topics())
        .places(article.places())
        .people(article.people())
        .organisations(article.organisations())
        .language(article.ownLanguage())
        .publishedAt(article.publishedAt().iso())
        .field("note", List.of(note))
        .build();
  }

  /** Writes one file. Not thread-safe. */
  private static final class Batches implements ArticleWriter {
    private static final int MOST_ARTICLES = 50;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_BYTES = 64 << 20;

    private final ExtensionExport export;
    private final OutputStream out;
    private final List<ExtensionArticle> batch = new ArrayList<>();
    private int characters;
    private long before;

    Batches(ExtensionExport export, OutputStream out) {
      this.export = export;
      this.out = out;
    }

    /**
     * @throws EngineException if the extension fails
     */
    @Override
    public void write(NamedArticle named, String note) throws IOException {
      batch.add(seen(named.article(), note));
      characters += named.article().paragraphs().stream().mapToInt(String::length).sum();
      if (batch.size() == MOST_ARTICLES || characters >= MOST_CHARACTERS) {
        send(false);
      }
    }

    /**
     * @throws EngineException if the extension fails
     */
    @Override
    public void finish() throws IOException {
      send(true);
      out.flush();
    }

    private void send(boolean isLast) throws IOException {
      written(new Batch(batch, before, isLast)).writeTo(out);
      before += batch.size();
      batch.clear();
      characters = 0;
    }

    /** Kept apart from {@link #out}, whose failures are of another kind. */
    private ByteArrayOutputStream written(Batch asked) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        Answer answer =
            export
                .exporter()
                .write(
                    export.workers(),
                    asked,
                    part -> {
                      if (bytes.size() + part.length > MOST_BYTES) {
                        throw new IOException("more than 64 MB for a few articles");
                      }
                      bytes.write(part);
                    });
        if (answer instanceof Answer.Failure failure) {
          throw failed(failure.reason() + " " + failure.detail());
        }
      } catch (IOException e) {
        throw failed(String.valueOf(e.getMessage()));
      }
      return bytes;
    }

    private EngineException failed(String why) {
      return new EngineException(
          "The extension %s cannot write %s (%s). Take another format."
              .formatted(export.exporter().jar().name(), export.exporter().name(), why.strip()));
    }
  }
}
