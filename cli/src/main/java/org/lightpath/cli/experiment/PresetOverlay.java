package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Section.Use;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.ValueType.Context;

/**
 * Completes given keys by those of a preset.
 *
 * <p>A given key takes the place of the preset's key of the same name or group. What the preset
 * says beside that key only goes with it, which is told unless the given key has nothing to say
 * instead, or something is said.
 */
final class PresetOverlay {
  private final Section section;
  private final Context context;
  private final Map<String, Key<?>> byName;

  PresetOverlay(Section section, Context context) {
    this.section = section;
    this.context = context;
    this.byName = section.byName();
  }

  Mapping over(Mapping preset, Mapping given) {
    List<Entry> merged = new ArrayList<>(given.entries());
    for (Entry entry : preset.entries()) {
      Key<?> key = byName.get(entry.key());
      if (key == null) {
        throw new IllegalStateException(
            "preset has the unknown key '%s' in %s".formatted(entry.key(), context.path()));
      }
      if (replacement(key, given).isEmpty()) {
        Optional<Use> lost = lostCompanion(key, given);
        lost.ifPresent(use -> tellLost(entry, use, given));
        if (lost.isEmpty()) {
          merged.add(entry);
        }
      }
    }
    return new Mapping(merged, given.place());
  }

  /** The given key that takes the place of one of the preset: itself, or another of its group. */
  private Optional<Entry> replacement(Key<?> key, Mapping given) {
    return given.entries().stream()
        .filter(entry -> replaces(byName.get(entry.key()), key))
        .findFirst();
  }

  private boolean replaces(@Nullable Key<?> given, Key<?> key) {
    // An unknown key replaces nothing; the binder reports it.
    return given != null
        && (given == key
            || section.groups().stream()
                .anyMatch(group -> group.keys().contains(given) && group.keys().contains(key)));
  }

  /** The use of a key whose other key another of its group has replaced. */
  private Optional<Use> lostCompanion(Key<?> key, Mapping given) {
    return section.uses().stream()
        .filter(use -> use.key() == key && use.values().isEmpty())
        .filter(use -> replacement(use.with(), given).filter(e -> !is(e, use.with())).isPresent())
        .findFirst();
  }

  private boolean is(Entry entry, Key<?> key) {
    return byName.get(entry.key()) == key;
  }

  private void tellLost(Entry lost, Use use, Mapping given) {
    Entry taken = replacement(use.with(), given).orElseThrow();
    List<? extends Key<?>> instead =
        section.uses().stream()
            .filter(other -> other.values().isEmpty() && is(taken, other.with()))
            .map(Use::key)
            .toList();
    boolean said =
        instead.stream().anyMatch(key -> given.entries().stream().anyMatch(e -> is(e, key)));
    if (instead.isEmpty() || said || !(lost.value() instanceof Tree.Scalar value)) {
      return;
    }
    String now =
        instead
            .getFirst()
            .fallback()
            .map(known -> ", which is %s now".formatted(known.text()))
            .orElse("");
    context
        .problems()
        .warning(
            taken.keyPlace(),
            "%s takes the place of the preset's %s, and the preset's %s of %s goes with it"
                .formatted(
                    context.child(taken.key()).path(),
                    use.with().name(),
                    use.key().name(),
                    value.text()),
            "give '%s'%s".formatted(instead.getFirst().name(), now));
  }
}
