package broadsheet.lucene.shard;

import broadsheet.lucene.part.PartQuestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reflects on the declared types of sent values, once each. Thread-safe. */
final class WireTypes {

  private static final Map<Class<?>, List<Class<?>>> KINDS = new ConcurrentHashMap<>();

  private WireTypes() {}

  static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> simple -> simple;
      case ParameterizedType of -> (Class<?>) of.getRawType();
      case WildcardType any -> raw(any.getUpperBounds()[0]);
      default -> throw new IllegalStateException("no such type is sent: " + type);
    };
  }

  static Type argument(Type type, int number) {
    return ((ParameterizedType) type).getActualTypeArguments()[number];
  }

  /** Whether values of a declared type may be of several kinds. */
  static boolean isOpen(Class<?> type) {
    return type.isInterface() && (type.isSealed() || type == PartQuestion.class);
  }

  static Class<?> kind(Object value) {
    return value instanceof Enum<?> one ? one.getDeclaringClass() : value.getClass();
  }

  /** The kinds of an interface, in the order of its permitted types. */
  static List<Class<?>> kinds(Class<?> sealed) {
    return KINDS.computeIfAbsent(sealed, WireTypes::kindsOf);
  }

  private static List<Class<?>> kindsOf(Class<?> sealed) {
    List<Class<?>> kinds = new ArrayList<>();
    List<Class<?>> permitted =
        sealed == PartQuestion.class
            ? SentQuestions.ROOMS
            : List.of(sealed.getPermittedSubclasses());
    for (Class<?> kind : permitted) {
      if (isOpen(kind)) {
        kinds.addAll(kindsOf(kind));
      } else {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
