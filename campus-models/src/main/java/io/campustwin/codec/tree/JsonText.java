package io.campustwin.codec.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into a {@link Tree}; keys given twice are refused. */
public final class JsonText {
  private static final int MAX_DEPTH = 40;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonText() {}

  public static TreeReading read(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Tree tree = convert(parser, parser.nextToken(), 0);
      if (parser.nextToken() != null) {
        throw new Broken(line(parser), "text after the end");
      }
      return TreeReading.of(tree);
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      return TreeReading.broken(line, broken.getOriginalMessage());
    } catch (Broken broken) {
      return TreeReading.broken(broken.line(), String.valueOf(broken.getMessage()));
    } catch (IOException broken) {
      return TreeReading.broken(0, String.valueOf(broken.getMessage()));
    }
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static Tree convert(JsonParser parser, @Nullable JsonToken token, int depth)
      throws IOException, Broken {
    int line = line(parser);
    if (token == null) {
      throw new Broken(line, "the text ends too early");
    }
    if (depth > MAX_DEPTH) {
      throw new Broken(line, "nested too deep");
    }
    return switch (token) {
      case START_OBJECT -> map(parser, line, depth);
      case START_ARRAY -> list(parser, line, depth);
      case VALUE_STRING -> Tree.scalar(Tree.Kind.TEXT, line, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
        Tree.scalar(Tree.Kind.NUMBER, line, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> Tree.scalar(Tree.Kind.BOOL, line, parser.getText());
      case VALUE_NULL -> Tree.scalar(Tree.Kind.NULL, line, "null");
      default -> throw new Broken(line, "unexpected " + token);
    };
  }

  private static Tree map(JsonParser parser, int line, int depth) throws IOException, Broken {
    Map<String, Tree> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      fields.put(key, convert(parser, parser.nextToken(), depth + 1));
    }
    return Tree.map(line, fields);
  }

  private static Tree list(JsonParser parser, int line, int depth) throws IOException, Broken {
    List<Tree> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(convert(parser, token, depth + 1));
    }
    return Tree.list(line, items);
  }
}
