package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which publishing systems name the state of an item, in the main languages of news.
 * Capitals, accents, {@code _}, {@code -} and spaces do not count. {@code archived} and {@code
 * expired} are not among them: such an item was published once.
 */
final class StatusWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Set<String> WITHDRAWN =
      words("canceled cancelled withheld killed spiked withdrawn retracted");

  private static final Set<String> EMBARGO = words("embargo embargoed under_embargo on_embargo");

  private static final Set<String> UNPUBLISHED =
      words(
          """
          draft auto_draft in_draft work_in_progress in_progress wip pitch assigned
          not_started to_do backlog idea
          trash trashed in_trash bin deleted soft_deleted removed hidden rejected
          review in_review for_review under_review needs_review to_review in_moderation
          pending_review pending awaiting_review awaiting_approval pending_approval submitted
          on_hold held private future scheduled queued planned
          unpublished unpublish not_published never_published not_yet_published inactive offline
          disabled junk false
          brouillon non_publié dépublié en_attente corbeille planifié programmé hors_ligne
          entwurf unveröffentlicht nicht_veröffentlicht papierkorb gelöscht geplant in_prüfung
          in_bearbeitung ausstehend
          borrador no_publicado sin_publicar despublicado papelera pendiente programado en_revisión
          rascunho não_publicado despublicado lixeira pendente agendado em_revisão
          bozza non_pubblicato cestino in_attesa programmato in_revisione
          concept niet_gepubliceerd prullenbak gepland wachtend
          kladd kladde utkast utkast avpublicerad opublicerad ikke_publiceret ikke_publisert
          afpubliceret papirkurv papperskorg planlagt planerad schemalagd
          luonnos julkaisematon roskakori
          szkic wersja_robocza nieopublikowany kosz zaplanowany oczekujący
          koncept nepublikováno rozpracováno
          ciornă nepublicat piszkozat vázlat nem_publikált taslak yayınlanmadı yayımlanmadı
          esborrany no_publicat zirriborroa skica nacrt osnutek neobjavljeno
          черновик не_опубликовано не_опубликован неопубликовано корзина запланировано удалено
          чернетка не_опубліковано неопубліковано заплановано чернова непубликувана
          нацрт радна_верзија чарнавік πρόχειρο μη_δημοσιευμένο
          konsep draf belum_terbit nháp bản_nháp chưa_xuất_bản rasimu
          مسودة غير_منشور قيد_المراجعة مجدول پیش_نویس پیش‌نویس منتشر_نشده مسودہ
          טיוטה לא_פורסם ड्राफ्ट मसौदा अप्रकाशित খসড়া ฉบับร่าง แบบร่าง
          下書き 非公開 未公開 ゴミ箱 予約 レビュー待ち 下書
          草稿 未发布 未發布 未發佈 待审核 待審核 已删除 已刪除 回收站 定时发布
          초안 임시저장 비공개 미발행 휴지통
          """);

  private StatusWords() {}

  static boolean isWithdrawn(String word) {
    return WITHDRAWN.contains(folded(word));
  }

  static boolean isEmbargo(String word) {
    return EMBARGO.contains(folded(word));
  }

  static boolean isUnpublished(String word) {
    return UNPUBLISHED.contains(folded(word));
  }

  private static Set<String> words(String words) {
    return List.of(words.strip().split("\\s+", -1)).stream()
        .map(StatusWords::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(FieldNames.folded(word), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("");
  }
}
