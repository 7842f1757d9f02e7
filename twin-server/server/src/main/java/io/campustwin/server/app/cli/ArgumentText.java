package io.campustwin.server.app.cli;

import io.campustwin.place.Name;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in both languages; the parser's library words it in English only. */
public final class ArgumentText {
  private ArgumentText() {}

  public static Name of(ParameterException failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return new Name(chinese(failure, first), first);
  }

  private static String chinese(ParameterException failure, String english) {
    ArgSpec argument = failure.getArgSpec();
    if (failure instanceof UnmatchedArgumentException unknown) {
      return "无法识别“" + String.join(" ", unknown.getUnmatched()) + "”";
    }
    if (failure instanceof MissingParameterException missing) {
      boolean value = english.contains("for option");
      return "缺少 " + names(missing.getMissing()) + (value ? " 的值" : "");
    }
    if (argument != null && failure.getValue() != null) {
      return name(argument) + " 的值“" + failure.getValue() + "”无效";
    }
    return english.contains("subcommand") || english.contains("缺少命令") ? "缺少命令" : english;
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(ArgumentText::name).collect(Collectors.joining("、"));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
