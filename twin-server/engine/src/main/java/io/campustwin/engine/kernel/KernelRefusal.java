package io.campustwin.engine.kernel;

import io.campustwin.place.Name;
import java.util.Locale;

/** Why the kernel did not take an input; nothing was changed. Futures of {@link Kernel#offer} end with it. */
public final class KernelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Closed list. */
  public enum Kind {
    QUEUE_FULL("输入队列已满，请稍后重试", "The input queue is full; try again in a moment."),
    READ_ONLY(
        "日志无法写入，系统只读；请检查磁盘空间和数据目录",
        "The journal cannot be written, so the twin is read-only; check the disk and the data folder."),
    STOPPED("服务正在停止，请在其重新启动后重试", "The server is stopping; try again once it has started."),
    FAILED(
        "引擎因内部错误已停止，请重新启动并报告",
        "The engine stopped on an internal fault; restart it and report it.");

    private final transient Name message;

    Kind(String zh, String en) {
      message = new Name(zh, en);
    }

    /** For people, with the mend. */
    public Name message() {
      return message;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;

  public KernelRefusal(Kind kind) {
    super(kind.message().en());
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
