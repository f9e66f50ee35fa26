package org.lightpath.cli.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of a language model: a JSON array of words. */
final class VocabularyFile {
  private VocabularyFile() {}

  static List<String> read(String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      List<String> words = new ArrayList<>();
      root.forEach(word -> words.add(word.asText()));
      return words;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("vocabulary: " + e.getOriginalMessage(), e);
    }
  }
}
