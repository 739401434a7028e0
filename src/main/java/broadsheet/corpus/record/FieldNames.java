package broadsheet.corpus.record;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps the field names of records to parts of an article, in the languages in which programs and
 * archives name columns. Capitals, accents, {@code _}, {@code -}, spaces and {@code .} are ignored,
 * so {@code pub_date} is {@code pubDate}. If a record has several names of a part, the first in
 * this list that has a value counts.
 */
public final class FieldNames {

  /** A part of an article, with its field names, most reliable first. */
  public enum Part {
    ID(
        "id docno docid articleId storiesId storyId newsId postId documentId guid"
            + " uuid identifier @id"),
    TITLE(
        "title headline head heading hed articleTitle webTitle storyTitle newsTitle"
            + " headlineText titlePage name titel titre titulo título titolo заголовок"
            + " überschrift ueberschrift schlagzeile hauptüberschrift kopfzeile titular"
            + " encabezado manchete rubriktext kop krantenkop tytuł nagłówek overskrift"
            + " название 标题 標題 新闻标题 題名 見出し タイトル 제목 العنوان عنوان"),
    STANDFIRST(
        "standfirst subtitle subheadline subhead dek deck teaser"
            + " alternativeHeadline trailText description descriptionText summary abstract"
            + " excerpt snippet shortDescription highlights untertitel unterzeile vorspann"
            + " anriss anreißer kurzfassung zusammenfassung chapo chapeau sousTitre résumé"
            + " entradilla bajada subtítulo resumen linhaFina resumo sottotitolo occhiello"
            + " sommario ondertitel inleiding samenvatting streszczenie zajawka ingress"
            + " underrubrik undertittel underrubrikk подзаголовок лид аннотация 摘要 导语 リード"
            + " 要約 الملخص"),
    DATELINE("dateline located"),
    BODY(
        "body articleBody bodyHtml bodyXhtml bodyText fullText text content"
            + " articleText story mainText paragraphs contentHtml html article"
            + " articleContent storyText newsText document leadParagraph texto texte"
            + " inhalt текст анонс artikeltext volltext fließtext haupttext artikelinhalt"
            + " texteIntégral contenu corps contenido cuerpo cuerpoTexto conteúdo corpo"
            + " testo contenuto corpoArticolo tekst inhoud artikeltekst treść"
            + " treśćArtykułu brödtext brødtekst artikel содержание полныйТекст 正文 內文 内容"
            + " 內容 新闻内容 本文 記事本文 본문 النص المحتوى"),
    CAPTION("caption captions captionText"),
    CORRECTION("correction corrections correctionNote correctionText"),
    CORRECTION_OF("correctionOf corrects correctedArticle"),
    DATE(
        "datePublished publishedAt published publicationDate publishDate"
            + " publishedDate publishedOn publishedTime publishTime pubDate datePublish"
            + " webPublicationDate firstPublished postDate publicationTime articleDate"
            + " displayDate versionCreated firstCreated contentCreated date dateTime"
            + " timestamp time dateCreated createdAt created startDate year datum fecha дата"
            + " erscheinungsdatum erscheinungstag veröffentlichungsdatum veröffentlicht"
            + " veröffentlichtAm veroeffentlichungsdatum publikationsdatum datePublication"
            + " dateDePublication dateDeParution dateParution fechaPublicación"
            + " fechaDePublicación dataPublicação dataDePublicação dataPubblicazione"
            + " dataDiPubblicazione publicatiedatum verschijningsdatum dataPublikacji"
            + " dataWydania publicerad publiceringsdatum publiceret dato датаПубликации 日期"
            + " 发布时间 發布時間 发布日期 日付 掲載日 公開日 일자 التاريخ تاريخالنشر data"),
    AUTHOR(
        "authors author byline bylines by creator creators writer reporter"
            + " journalist authorName autor auteur автор verfasser verfasserin autorin"
            + " autoren auteurs autores autora autore autori redacteur autorzy författare"
            + " forfatter skribent journalista авторы 作者 记者 記者 著者 筆者 기고자 기자 الكاتب المؤلف"),
    SOURCE(
        "source sourceName publisher publisherName outlet publication newspaper"
            + " mediaName provider siteName site website agency sourceDomain domain"
            + " copyrightHolder quelle src источник zeitung publikation publikationsname"
            + " medienname fuente medio periódico diario journal fonte veículo jornal"
            + " testata giornale bron krant dagblad źródło gazeta czasopismo källa tidning"
            + " kilde avis издание сми 来源 來源 媒体 媒體 报纸 新聞社 掲載紙 掲載媒体 언론사 المصدر الصحيفة"),
    SECTION(
        "section articleSection sectionName category categoryName desk newsDesk"
            + " department rubric rubrik ressort cat рубрика sparte rubrique sección"
            + " sezione seção editoria rubriek sectie katern dział sektion раздел"
            + " категория 栏目 版块 版面 面名 القسم"),
    EDITION("edition editionName ausgabe"),
    TOPIC(
        "topics topic keywords keyword newsKeywords tags tag subjects subject"
            + " themes categories schlagwörter schlagwoerter schlagworte stichwörter thema"
            + " themen motsClés sujets palabrasClave etiquetas temas palavrasChave"
            + " paroleChiave argomenti trefwoorden onderwerp onderwerpen słowaKluczowe"
            + " tagi nyckelord ämnesord ключевыеСлова теги тема 关键词 關鍵詞 キーワード 키워드"
            + " الكلماتالمفتاحية"),
    PLACE(
        "places place locations location geo contentLocation countries country lieu"
            + " lieux ort orte lugar lugares luogo luoghi miejsce 地点 위치"),
    PERSON("people persons person personen personnes personas persone 인물"),
    SPEAKER("speakers speaker"),
    ORGANISATION(
        "organisations organizations organisation organization orgs org companies" + " company"),
    LANGUAGE(
        "language lang inLanguage languageCode languageIso locale sprache langue"
            + " idioma lingua taal język språk язык 语言 言語"),
    URL(
        "url link href permalink canonicalUrl articleUrl webUrl storyUrl newsUrl"
            + " mainEntityOfPage uri enlace lien adresseWeb ссылка адрес 链接 網址 网址 リンク"
            + " الرابط adresse");

    private final String names;

    Part(String names) {
      this.names = names;
    }

    List<String> names() {
      return List.of(names.split(" ", -1));
    }
  }

  /** A part, and the rank of the name; the lowest wins. */
  record Meaning(Part part, int rank) {}

  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** Folded. */
  private static final Set<String> SWEDISH =
      Set.of("brodtext", "ingress", "forfattare", "kalla", "publicerad", "publiceringsdatum");

  private static final Map<String, Meaning> MEANINGS = meanings();

  private FieldNames() {}

  /** Whether a field with this name is a part of an article. */
  public static boolean isKnown(String name) {
    return MEANINGS.containsKey(folded(name));
  }

  /** The part for a field name; empty if there is none. */
  public static Optional<Part> part(String name) {
    return Optional.ofNullable(MEANINGS.get(folded(name))).map(Meaning::part);
  }

  /** The values of a record by part. */
  public static <V> Map<Part, V> sorted(List<Map.Entry<String, V>> fields) {
    Map<Part, V> values = new EnumMap<>(Part.class);
    Map<Part, Integer> ranks = new EnumMap<>(Part.class);
    for (Map.Entry<String, V> field : fields) {
      Meaning meaning = MEANINGS.get(folded(field.getKey()));
      if (meaning != null
          && meaning.rank() < ranks.getOrDefault(meaning.part(), Integer.MAX_VALUE)) {
        values.put(meaning.part(), field.getValue());
        ranks.put(meaning.part(), meaning.rank());
      }
    }
    V rubrik = values.get(Part.SECTION);
    if (rubrik != null && !values.containsKey(Part.TITLE) && isRubrikTitle(fields)) {
      values.put(Part.TITLE, rubrik);
      values.remove(Part.SECTION);
    }
    return values;
  }

  /** Whether {@code rubrik} is a headline, as in Swedish: beside a name that only Swedish has. */
  private static <V> boolean isRubrikTitle(List<Map.Entry<String, V>> fields) {
    List<String> names = fields.stream().map(field -> folded(field.getKey())).toList();
    return names.contains("rubrik") && names.stream().anyMatch(SWEDISH::contains);
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (Part part : Part.values()) {
      for (int rank = 0; rank < part.names().size(); rank++) {
        meanings.putIfAbsent(folded(part.names().get(rank)), new Meaning(part, rank));
      }
    }
    return Map.copyOf(meanings);
  }

  /** The name without characters that are ignored. */
  public static String folded(String name) {
    boolean isAscii = true;
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ("_- .".indexOf(c) < 0) {
        folded.append(c);
        isAscii &= c < FIRST_BEYOND_ASCII;
      }
    }
    String lower = folded.toString().toLowerCase(Locale.ROOT);
    return isAscii
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
