package io.campustwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sizes of the house style, held over every Java file of the product. */
class SizeTest {
  /** Something measured and where it stands. */
  private record Measured(String where, long size) {}

  private static final List<Measured> files = new ArrayList<>();
  private static final List<Measured> methods = new ArrayList<>();
  private static final Map<String, Integer> packages = new TreeMap<>();

  @BeforeAll
  static void measure() throws IOException {
    List<Path> sources;
    try (Stream<Path> all = SourceTree.javaFiles()) {
      sources = all.filter(file -> file.toString().contains("/src/main/")).toList();
    }
    assertThat(sources).as("sources found").hasSizeGreaterThan(100);
    for (Path source : sources) {
      long lines;
      try (Stream<String> text = Files.lines(source)) {
        lines = text.count();
      }
      files.add(new Measured(name(source), lines));
      packages.merge(name(source.getParent()), 1, Integer::sum);
    }
    measureMethods(sources);
  }

  @Test
  void a1_noFileOver500LinesAnd95PercentUnder300() {
    assertThat(over(files, 500)).isEmpty();
    assertThat(share(files, 300)).as("share of files under 300 lines").isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void a2_noMethodOver60LinesAnd95PercentUnder20() {
    assertThat(over(methods, 60)).isEmpty();
    assertThat(share(methods, 20))
        .as("share of methods under 20 lines; the nearest above are " + nearest(methods, 20))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void a3_noPackageOver20Files() {
    // package-info does not count
    assertThat(packages.entrySet().stream()
            .filter(entry -> entry.getValue() > 21)
            .collect(Collectors.toList()))
        .isEmpty();
  }

  private static void measureMethods(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(
          null,
          manager,
          null,
          List.of("-proc:none"),
          null,
          manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions).scan(unit, null);
      }
    }
  }

  private static String name(Path path) {
    return SourceTree.root().relativize(path.toAbsolutePath()).toString();
  }

  private static List<Measured> over(List<Measured> all, long limit) {
    return all.stream().filter(measured -> measured.size() > limit).toList();
  }

  private static List<Measured> nearest(List<Measured> all, long limit) {
    return all.stream()
        .filter(measured -> measured.size() >= limit && measured.size() < limit + 2)
        .toList();
  }

  private static double share(List<Measured> all, long limit) {
    long[] sizes = all.stream().mapToLong(Measured::size).toArray();
    return (double) Arrays.stream(sizes).filter(size -> size < limit).count() / sizes.length;
  }

  private static final class MethodScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      LineMap lines = unit.getLineMap();
      if (method.getBody() == null) {
        return super.visitMethod(method, nothing);
      }
      long start = positions.getStartPosition(unit, method.getBody());
      long end = positions.getEndPosition(unit, method.getBody());
      if (start >= 0 && end >= 0) {
        // between the braces: the signature's own line breaks do not count
        long size = lines.getLineNumber(end) - lines.getLineNumber(start) - 1;
        String file = name(Path.of(unit.getSourceFile().toUri()));
        methods.add(
            new Measured(file + ":" + lines.getLineNumber(start) + " " + method.getName(), size));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
