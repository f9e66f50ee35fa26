package org.lightpath.cli.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What falls short, why, and what would close it: sections {@code ## ID: DEVICE} of a Markdown
 * file, DEVICE a part of the device's name or {@code *}.
 */
record Notes(List<Note> notes) {
  private static final String HEAD = "## ";

  /** Copies the list. */
  Notes {
    notes = List.copyOf(notes);
  }

  /**
   * A note.
   *
   * @param id as goals name it
   * @param device part of the device's name, or an asterisk
   * @param text Markdown
   */
  record Note(String id, String device, String text) {
    boolean isFor(String wanted, String deviceName) {
      return id.equals(wanted) && (device.equals("*") || deviceName.contains(device));
    }
  }

  /** Reads the file. */
  static Notes read(Path file) throws IOException {
    List<Note> notes = new ArrayList<>();
    String id = "";
    String device = "";
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(HEAD)) {
        add(notes, id, device, text);
        int colon = line.indexOf(':');
        if (colon < 0) {
          throw new IllegalArgumentException(
              "%s: '%s': expected '## ID: DEVICE'".formatted(file, line));
        }
        id = line.substring(HEAD.length(), colon).strip();
        device = line.substring(colon + 1).strip();
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    add(notes, id, device, text);
    return new Notes(notes);
  }

  private static void add(List<Note> notes, String id, String device, StringBuilder text) {
    if (!id.isEmpty()) {
      notes.add(new Note(id, device, text.toString().strip()));
    }
  }

  /** The note of an id for a device. */
  Optional<String> text(String id, String device) {
    return notes.stream().filter(note -> note.isFor(id, device)).map(Note::text).findFirst();
  }
}
