package broadsheet.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jars of others depend on these names: within a version of the interface none goes or changes. */
class ExtensionInterfaceTest {
  private static final List<Class<?>> TYPES =
      List.of(
          ArticleExporter.class,
          ArticleSink.class,
          ExtensionArticle.class,
          ExtensionArticle.Builder.class,
          FormatReader.class,
          Signature.class);

  @Test
  void noMethodOfVersionOneGoesOrChanges() {
    assertThat(ExtensionInterface.VERSION).isEqualTo(1);
    assertThat(TYPES.stream().flatMap(ExtensionInterfaceTest::methods))
        .containsAll(VERSION_1.lines().toList());
  }

  /** A method that is new must have a default: jars of before have none. */
  @Test
  void noMethodIsAddedThatJarsMustHave() {
    assertThat(Stream.of(FormatReader.class, ArticleExporter.class))
        .flatExtracting(ExtensionInterfaceTest::required)
        .containsExactlyInAnyOrder(
            "name", "signature", "read", "name", "label", "mediaType", "write");
  }

  private static List<String> required(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(Method::getName)
        .toList();
  }

  private static Stream<String> methods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(
            method ->
                "%s %s.%s(%s)"
                    .formatted(
                        method.getReturnType().getSimpleName(),
                        type.getSimpleName(),
                        method.getName(),
                        Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", "))));
  }

  private static final String VERSION_1 =
      """
      String ArticleExporter.label()
      String ArticleExporter.mediaType()
      String ArticleExporter.name()
      void ArticleExporter.begin(OutputStream)
      void ArticleExporter.end(long, OutputStream)
      void ArticleExporter.write(ExtensionArticle, long, OutputStream)
      void ArticleSink.article(long, ExtensionArticle)
      void ArticleSink.fail(long, String)
      void ArticleSink.skip(long, String)
      Builder ExtensionArticle.builder()
      List ExtensionArticle.authors()
      List ExtensionArticle.captions()
      List ExtensionArticle.organisations()
      List ExtensionArticle.paragraphs()
      List ExtensionArticle.people()
      List ExtensionArticle.places()
      List ExtensionArticle.topics()
      Map ExtensionArticle.fields()
      String ExtensionArticle.dateline()
      String ExtensionArticle.edition()
      String ExtensionArticle.id()
      String ExtensionArticle.language()
      String ExtensionArticle.note()
      String ExtensionArticle.publishedAt()
      String ExtensionArticle.section()
      String ExtensionArticle.source()
      String ExtensionArticle.standfirst()
      String ExtensionArticle.title()
      String ExtensionArticle.url()
      Builder Builder.authors(List)
      Builder Builder.captions(List)
      Builder Builder.dateline(String)
      Builder Builder.edition(String)
      Builder Builder.field(String, List)
      Builder Builder.id(String)
      Builder Builder.language(String)
      Builder Builder.organisations(List)
      Builder Builder.paragraphs(List)
      Builder Builder.people(List)
      Builder Builder.places(List)
      Builder Builder.publishedAt(Instant)
      Builder Builder.publishedAt(LocalDate)
      Builder Builder.publishedAt(String)
      Builder Builder.section(String)
      Builder Builder.source(String)
      Builder Builder.standfirst(String)
      Builder Builder.title(String)
      Builder Builder.topics(List)
      Builder Builder.url(String)
      ExtensionArticle Builder.build()
      Signature FormatReader.signature()
      String FormatReader.name()
      void FormatReader.read(InputStream, String, ArticleSink)
      List Signature.marks()
      List Signature.suffixes()
      Signature Signature.mark(String[])
      Signature Signature.suffix(String[])
      boolean Signature.matches(String, String)
      """;
}
