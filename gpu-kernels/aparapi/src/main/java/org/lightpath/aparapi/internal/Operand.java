package org.lightpath.aparapi.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An argument that kernels only read: sent when it is another array or has other numbers than the
 * last time. A move by the collector does no harm: the array here is as new as the device's copy.
 */
final class Operand {
  private final ProductKernel kernel;
  private final Consumer<Reals> bind;
  private @Nullable Mirror bound;
  private long version;

  Operand(ProductKernel kernel, Consumer<Reals> bind) {
    this.kernel = kernel;
    this.bind = bind;
  }

  @SuppressWarnings("ReferenceEquality") // the array itself
  void attach(Mirror mirror) {
    mirror.bringBack();
    if (bound != mirror || version != mirror.version()) {
      bind.accept(mirror.data());
      kernel.send(mirror.data());
      bound = mirror;
      version = mirror.version();
    }
  }
}
