package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable description of a figure: what is shown on which axes, in words a reader sees. */
public final class Chart {
  /** How a figure is proportioned. */
  public enum Shape {
    /** Half a page. */
    HALF(560, 360),
    /** A whole page, for spectra of many channels. */
    WIDE(1140, 380),
    /** A third of a page, both axes of one scale, for constellations. */
    SQUARE(380, 410),
    /** A third of a page, for eye diagrams beside constellations. */
    THIRD(380, 410),
    /** Half a page, taller, for maps. */
    MAP(560, 430);

    private final int width;
    private final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }

    /** Width [px]. */
    public int width() {
      return width;
    }

    /** Height [px]. */
    public int height() {
      return height;
    }
  }

  private final Builder parts;

  private Chart(Builder parts) {
    this.parts = parts;
  }

  /**
   * A new chart.
   *
   * @param id its file name without ending: letters, digits and hyphens
   * @param title the line above it
   */
  public static Builder named(String id, String title) {
    return new Builder(id, title);
  }

  /** File name without ending, unique in its report. */
  public String id() {
    return parts.id;
  }

  /** The line above the chart. */
  public String title() {
    return parts.title;
  }

  /** What the reader sees and should look for; the text below the chart and for screen readers. */
  public String caption() {
    return parts.caption;
  }

  /** Its proportions. */
  public Shape shape() {
    return parts.shape;
  }

  /** Width [px]. */
  public int width() {
    return parts.shape.width();
  }

  /** Height [px]: what was set, or what its pictures need, or that of the shape. */
  public int height() {
    int needed =
        parts.layers.stream()
            .filter(Layer.Montage.class::isInstance)
            .mapToInt(layer -> MontagePainter.chartHeight((Layer.Montage) layer, width()))
            .findFirst()
            .orElse(parts.shape.height());
    return parts.height > 0 ? parts.height : needed;
  }

  /** Whether one unit is as long on both axes, as on a map. */
  public boolean equalUnits() {
    return parts.equalUnits;
  }

  /** Pictures that stand beside the chart as files of their own: name without ending to picture. */
  public Map<String, Picture> files() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parts.files));
  }

  /** Abscissa. */
  public Axis x() {
    return parts.x;
  }

  /** Ordinate. */
  public Axis y() {
    return parts.y;
  }

  /** Ordinate on the right, if there is one. */
  public @Nullable Axis right() {
    return parts.right;
  }

  /** What is drawn on the left ordinate, in that order. */
  public List<Layer> layers() {
    return List.copyOf(parts.layers);
  }

  /** What is drawn on the right ordinate. */
  public List<Layer> rightLayers() {
    return List.copyOf(parts.rightLayers);
  }

  /** Collects the parts of a chart. */
  public static final class Builder {
    private final String id;
    private final String title;
    private String caption = "";
    private Shape shape = Shape.HALF;
    private int height;
    private boolean equalUnits;
    private final Map<String, Picture> files = new LinkedHashMap<>();
    private Axis x = Axis.of("", "");
    private Axis y = Axis.of("", "");
    private @Nullable Axis right;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Layer> rightLayers = new ArrayList<>();

    private Builder(String id, String title) {
      this.id = requireId(id);
      this.title = title;
    }

    /** Sets the text below the chart. */
    public Builder caption(String caption) {
      this.caption = caption;
      return this;
    }

    /** Sets the proportions. */
    public Builder shape(Shape shape) {
      this.shape = shape;
      return this;
    }

    /**
     * Sets another height than that of the shape.
     *
     * @param height [px]
     */
    public Builder height(int height) {
      this.height = height;
      return this;
    }

    /** Makes one unit as long on both axes, as on a map. */
    public Builder equalUnits() {
      this.equalUnits = true;
      return this;
    }

    /**
     * Puts a picture beside the chart as a file of its own.
     *
     * @param name its name without ending: letters, digits and hyphens
     */
    public Builder file(String name, Picture picture) {
      files.put(requireId(name), picture);
      return this;
    }

    private static String requireId(String id) {
      if (!id.matches("[A-Za-z0-9-]+")) {
        throw new IllegalArgumentException(
            "chart id '" + id + "': expected letters, digits and hyphens");
      }
      return id;
    }

    /** Sets the axes. */
    public Builder axes(Axis x, Axis y) {
      this.x = x;
      this.y = y;
      return this;
    }

    /** Adds an ordinate on the right. */
    public Builder rightAxis(Axis right) {
      this.right = right;
      return this;
    }

    /** Draws {@code layer} above what is there. */
    public Builder add(Layer layer) {
      layers.add(layer);
      return this;
    }

    /** Draws {@code layer} on the right ordinate. */
    public Builder addRight(Layer layer) {
      rightLayers.add(layer);
      return this;
    }

    /** Whether nothing has been added yet. */
    public boolean isEmpty() {
      return layers.isEmpty() && rightLayers.isEmpty();
    }

    /** The chart as it stands. */
    public Chart build() {
      Builder copy = new Builder(id, title);
      copy.caption(caption).shape(shape).axes(x, y);
      copy.height = height;
      copy.equalUnits = equalUnits;
      copy.files.putAll(files);
      copy.right = right;
      copy.layers.addAll(layers);
      copy.rightLayers.addAll(rightLayers);
      return new Chart(copy);
    }
  }
}
