package broadsheet.corpus.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes error pages, which servers send instead of the requested page, by their titles. */
public final class ErrorPage {
  /** The longest text of an error page in characters; an article with such a headline has more. */
  public static final int LONGEST = 1_500;

  private static final Pattern BETWEEN_PARTS =
      Pattern.compile("\\s+[-–—|·»:]\\s+|:\\s+|\\s*\\|\\s*");

  private static final Pattern ERROR =
      Pattern.compile(
          "(?iu)(?:http )?(?:(?:error|status|fehler|erreur) )?(?:40[0134]|410|429|50[0234])[.!]?(?:"
              + " (?:error|page|not found|forbidden|access denied|unauthorized|gone|bad"
              + " gateway|gateway time-?out|service (?:temporarily )?unavailable|too many"
              + " requests|(?:internal )?server error|page not"
              + " found))*[.!]?|(?:(?:error|oops)[!.,:]? )?(?:(?:the )?page (?:was |could |can"
              + " )?not (?:be )?found|not found|access denied|forbidden|bad gateway|gateway"
              + " time-?out|service (?:temporarily )?unavailable|internal server error|just a"
              + " moment|attention required!?|are you a robot|too many requests|seite nicht"
              + " gefunden|page (?:non trouvée|introuvable)|página no encontrada|página não"
              + " encontrada|pagina non trovata|pagina niet gevonden|страница не найдена)"
              + "(?: \\(#?\\d{3}\\))?[.!?…]*");

  /** Errors in the form of sentences. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?iu)(?:(?:oops|whoops|sorry|uh-oh)[!.,:]* )?(?:(?:we|(?:th(?:e|is|at) )?(?:page|site))"
              + " )?(?:can['’]?t|cannot|can not|couldn['’]?t|could not) (?:be"
              + " )?(?:find|found|reached)(?: (?:that|this|the|your) page)?[.!…]*|request"
              + " rejected|(?:site |website )?(?:under |down for )?maintenance");

  private static final Pattern ABROAD =
      Pattern.compile(
          "(?iu)(?:siden?|sidan) (?:(?:er |blev |ble )?ikke fun[dn]et|kunde inte hittas|hittades"
              + " inte|finns inte|findes ikke|finnes ikke)|sivua ei löyd(?:y|etty)|sivua ei"
              + " löytynyt|strona nie (?:została znaleziona|istnieje)|nie znaleziono strony|stránka"
              + " (?:nebyla )?nenalezena|stránka nebyla nalezena|(?:az )?oldal nem található|pagina"
              + " nu a fost găsită|sayfa bulunamadı|halaman tidak ditemukan|không tìm thấy"
              + " trang|(?:η )?σελίδα δεν βρέθηκε|сторінку не знайдено|страницата не е"
              + " намерена|(?:la )?página no existe"
              + "|(?:お探しの)?ページ[がは]見つかりません(?:でした)?|[页頁]面(?:不存在|未找到)|(?:抱歉，?)?找不到.{0,4}(?:网页|網頁|页面|頁面)|페이지를"
              + " 찾을 수 없습니다|الصفحة غير موجودة|הדף לא נמצא|ไม่พบหน้า.*");

  private ErrorPage() {}

  /** Whether a part of a title, between bars or dashes, is the name of an error. */
  public static boolean isTitle(String title) {
    return BETWEEN_PARTS.splitAsStream(CleanText.line(title)).anyMatch(ErrorPage::isError);
  }

  /** Whether a line is the name of an error and nothing else. */
  public static boolean isError(String line) {
    return Stream.of(ERROR, SENTENCE, ABROAD).anyMatch(error -> error.matcher(line).matches());
  }
}
