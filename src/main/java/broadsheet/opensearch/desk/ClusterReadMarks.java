package broadsheet.opensearch.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ReadMarks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks of what was read on a cluster: a document for each user who wants them, without the user's
 * name.
 */
record ClusterReadMarks(DeskIndex index) implements ReadMarks {

  private static final String MARKS = "marks";

  /** The id of a user's document. Names may be long, and hold anything. */
  private static String id(String user) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return "read-" + HexFormat.of().formatHex(digest.digest(user.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The last read first; empty when the user's marks are not kept. */
  private Optional<List<ArticleRef>> kept(String user) {
    return index.read(id(user)).map(ClusterReadMarks::marks).map(List::reversed);
  }

  private static List<ArticleRef> marks(JsonNode document) {
    return document
        .path(DeskMapping.CONTENT)
        .path(MARKS)
        .valueStream()
        .map(each -> new ArticleRef(each.path(0).asText(), each.path(1).asText()))
        .toList();
  }

  private static void write(List<ArticleRef> marks, ObjectNode document) {
    ArrayNode all = document.putObject(DeskMapping.CONTENT).putArray(MARKS);
    marks.stream()
        .skip(Math.max(0, marks.size() - MOST))
        .forEach(mark -> all.addArray().add(mark.id()).add(mark.fingerprint()));
  }

  @Override
  public boolean isOn(String user) {
    return kept(user).isPresent();
  }

  @Override
  public void turnOn(String user) {
    index.change(
        id(user),
        document -> {
          write(marks(document), document);
          return user;
        });
  }

  /** Begins to keep a user's marks, with these, the last one last. */
  void take(String user, List<ArticleRef> articles) {
    index.change(
        id(user),
        document -> {
          List<ArticleRef> marks = new ArrayList<>(articles);
          marks(document).stream()
              .filter(known -> articles.stream().noneMatch(mark -> isSame(mark, known)))
              .forEach(marks::add);
          write(marks, document);
          return user;
        });
  }

  /** Gives a user's marks to another, as older than the other's own. */
  void give(String user, String other) {
    kept(user)
        .ifPresent(
            marks -> {
              take(other, marks.reversed());
              erase(user);
            });
  }

  @Override
  public void erase(String user) {
    index.erase(id(user));
  }

  @Override
  public void mark(String user, ArticleRef article, boolean isRead) {
    index.change(
        id(user),
        document -> {
          if (!document.isEmpty()) {
            List<ArticleRef> marks = new ArrayList<>(marks(document));
            marks.removeIf(mark -> isSame(mark, article));
            if (isRead) {
              marks.add(article);
            }
            write(marks, document);
          }
          return isRead;
        });
  }

  private static boolean isSame(ArticleRef one, ArticleRef other) {
    return one.fingerprint().equals(other.fingerprint()) || one.id().equals(other.id());
  }

  @Override
  public Set<ArticleRef> among(String user, Collection<ArticleRef> articles) {
    List<ArticleRef> marks = all(user);
    Set<String> fingerprints =
        marks.stream().map(ArticleRef::fingerprint).collect(Collectors.toSet());
    Set<String> ids = marks.stream().map(ArticleRef::id).collect(Collectors.toSet());
    Set<ArticleRef> read = new HashSet<>(articles);
    read.removeIf(each -> !fingerprints.contains(each.fingerprint()) && !ids.contains(each.id()));
    return read;
  }

  @Override
  public List<ArticleRef> all(String user) {
    return kept(user).orElse(List.of());
  }
}
