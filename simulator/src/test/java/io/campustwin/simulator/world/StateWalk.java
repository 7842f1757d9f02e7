package io.campustwin.simulator.world;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Walks two object graphs of the simulator side by side and names every number, flag, text or list that differs: what a
 * save has forgotten. Caches that depend on their question alone are passed over by name.
 */
final class StateWalk {
  private static final Set<String> CACHES = Set.of("SunTrack.last", "Routes.tables");
  private static final int ENOUGH = 20;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object[]> todo = new ArrayDeque<>();
  private final List<String> found = new ArrayList<>();

  private StateWalk() {}

  static List<String> differences(Object one, Object other) {
    StateWalk walk = new StateWalk();
    walk.todo.add(new Object[] {one, other, one.getClass().getSimpleName()});
    while (!walk.todo.isEmpty() && walk.found.size() < ENOUGH) {
      Object[] next = walk.todo.removeFirst();
      walk.compare(next[0], next[1], (String) next[2]);
    }
    return walk.found;
  }

  private void compare(Object a, Object b, String path) {
    if (a == null || b == null || a.getClass() != b.getClass()) {
      if (a != b) {
        found.add(path + ": " + a + " / " + b);
      }
    } else if (a instanceof Enum) {
      if (a != b) {
        found.add(path + ": " + a + " / " + b);
      }
    } else if (a.getClass().isArray()) {
      array(a, b, path);
    } else if (a instanceof Iterable<?> many && a.getClass().getName().startsWith("java.")) {
      array(sorted(many), sorted((Iterable<?>) b), path);
    } else if (a instanceof java.util.Map<?, ?> map) {
      compare(List.copyOf(map.keySet()), List.copyOf(((java.util.Map<?, ?>) b).keySet()), path);
      compare(
          new ArrayList<>(map.values()), new ArrayList<>(((java.util.Map<?, ?>) b).values()), path);
    } else if (isOurs(a.getClass())) {
      fields(a, b, path);
    } else if (a instanceof Number || a instanceof String || a instanceof Boolean) {
      if (!Objects.equals(a, b)) {
        found.add(path + ": " + a + " / " + b);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Object[] sorted(Iterable<?> many) {
    List<Object> all = new ArrayList<>();
    many.forEach(all::add);
    if (many instanceof PriorityQueue<?> queue) {
      all.sort(Objects.requireNonNull((Comparator<Object>) queue.comparator()));
    }
    return all.toArray();
  }

  private void array(Object a, Object b, String path) {
    if (Array.getLength(a) != Array.getLength(b)) {
      found.add(path + " has " + Array.getLength(a) + " / " + Array.getLength(b));
      return;
    }
    for (int i = 0; i < Array.getLength(a); i++) {
      Object one = Array.get(a, i);
      if (one != null && (one.getClass().isArray() || !isPlain(one))) {
        todo.add(new Object[] {one, Array.get(b, i), path + "[" + i + "]"});
      } else if (!Objects.equals(one, Array.get(b, i))) {
        found.add(path + "[" + i + "]: " + one + " / " + Array.get(b, i));
        return;
      }
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.campustwin.simulator");
  }

  private static boolean isPlain(Object one) {
    return one instanceof Number || one instanceof String || one instanceof Boolean;
  }

  private void fields(Object a, Object b, String path) {
    if (!seen.add(a)) {
      return;
    }
    for (Class<?> type = a.getClass(); type != null && isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        String name = type.getSimpleName() + "." + field.getName();
        if (!Modifier.isStatic(field.getModifiers()) && !CACHES.contains(name)) {
          todo.add(new Object[] {read(field, a), read(field, b), path + "." + field.getName()});
        }
      }
    }
  }

  private static Object read(Field field, Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
