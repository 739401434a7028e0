package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The order of two versions of an article: of one item as its provider counts them, otherwise as
 * far as their dates show it.
 */
enum TimeOrder {
  EARLIER_FIRST,
  LATER_FIRST,
  NOT_KNOWN;

  static TimeOrder of(Article first, Article second) {
    int versions = versions(first, second);
    if (versions != 0) {
      return versions < 0 ? EARLIER_FIRST : LATER_FIRST;
    }
    if (isBefore(first.publishedAt(), second.publishedAt())) {
      return EARLIER_FIRST;
    }
    return isBefore(second.publishedAt(), first.publishedAt()) ? LATER_FIRST : NOT_KNOWN;
  }

  /** Compares them as versions of the same item; 0 if they are none, or equal. */
  private static int versions(Article first, Article second) {
    for (ItemVersion one : first.items()) {
      for (ItemVersion other : second.items()) {
        if (one.key().equals(other.key())) {
          return ItemVersion.BY_AGE.compare(one, other);
        }
      }
    }
    return 0;
  }

  /** Whether every moment that one date may mean is before every moment that the other may mean. */
  private static boolean isBefore(PublicationDate one, PublicationDate other) {
    Optional<OffsetDateTime> moment = moment(one);
    Optional<OffsetDateTime> otherMoment = moment(other);
    if (moment.isPresent() && otherMoment.isPresent()) {
      return moment.get().isBefore(otherMoment.get());
    }
    Optional<LocalDate> last = one.last();
    Optional<LocalDate> first = other.first();
    boolean isSameDay = last.isPresent() && last.equals(first);
    return isSameDay
        ? isBeforeOnItsDay(one, other)
        : last.isPresent() && first.isPresent() && last.get().isBefore(first.get());
  }

  /** Two times on the same day can be compared if neither states its time zone. */
  private static boolean isBeforeOnItsDay(PublicationDate one, PublicationDate other) {
    boolean isTimed = one.time().isPresent() && other.time().isPresent();
    boolean isAlike = moment(one).isEmpty() && moment(other).isEmpty();
    return isTimed && isAlike && one.time().get().isBefore(other.time().get());
  }

  /** The moment, if the time is stated with its zone. */
  private static Optional<OffsetDateTime> moment(PublicationDate date) {
    try {
      return date.precision() == Precision.INSTANT
          ? Optional.of(OffsetDateTime.parse(date.iso()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
