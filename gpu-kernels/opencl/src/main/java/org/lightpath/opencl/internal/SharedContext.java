package org.lightpath.opencl.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_program;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.opencl.KernelBuildException;
import org.lightpath.opencl.internal.tuning.Tuner;

/**
 * The context of a device and the programs compiled for it: one for the process, so that a kernel
 * is compiled once.
 */
final class SharedContext {
  /** C of OpenCL 1.2 is what every driver has. */
  private static final String OPTIONS = "-cl-std=CL1.2";

  /**
   * 128 of the 65 536 registers of a processor to an item: two groups of 256 fit. Measured on an
   * H100: without a limit the compiler takes 179 (4096 samples) and one group waits for itself;
   * with 96 it spills.
   */
  private static final String LIMITED = OPTIONS + " -DLIMITED -cl-nv-maxrregcount=128";

  private static final Map<Integer, SharedContext> CONTEXTS = new ConcurrentHashMap<>();

  private final DeviceInfo info;
  private final cl_context context;
  private final Tuner tuner;
  private final Map<String, cl_program> programs = new HashMap<>();

  private SharedContext(DeviceInfo info) {
    this.info = info;
    this.tuner = info.tuner();
    cl_context_properties properties = new cl_context_properties();
    properties.addProperty(CL.CL_CONTEXT_PLATFORM, info.platform());
    try {
      this.context =
          CL.clCreateContext(properties, 1, new cl_device_id[] {info.device()}, null, null, null);
    } catch (CLException e) {
      throw new DeviceFailedException(
          "%s: no context could be created: %s".formatted(info.name(), e.getMessage()), e);
    }
  }

  /** The context of a device. */
  static SharedContext of(DeviceInfo info) {
    return CONTEXTS.computeIfAbsent(info.index(), _ -> new SharedContext(info));
  }

  /** What was chosen in this process, for all devices, a line for each choice. */
  static List<String> tuned() {
    return CONTEXTS.values().stream().flatMap(context -> context.tuner.lines().stream()).toList();
  }

  /** Chooses launches for the device, for the process. */
  Tuner tuner() {
    return tuner;
  }

  cl_context context() {
    return context;
  }

  /**
   * The program of a source, compiled if it was not yet.
   *
   * @throws KernelBuildException with the compiler's log
   */
  synchronized cl_program program(String source) {
    cl_program known = programs.get(source);
    if (known == null) {
      known = build(source);
      programs.put(source, known);
    }
    return known;
  }

  private cl_program build(String source) {
    cl_program program =
        CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
    try {
      String options = info.limitsRegisters() && LineSource.isSharing(source) ? LIMITED : OPTIONS;
      CL.clBuildProgram(program, 1, new cl_device_id[] {info.device()}, options, null, null);
      return program;
    } catch (CLException e) {
      String log = log(program);
      CL.clReleaseProgram(program);
      throw new KernelBuildException(
          "%s (driver %s) does not compile a kernel, %s: %s"
              .formatted(info.name(), info.driver(), CL.stringFor_errorCode(e.getStatus()), log),
          e);
    }
  }

  private String log(cl_program program) {
    long[] size = new long[1];
    CL.clGetProgramBuildInfo(program, info.device(), CL.CL_PROGRAM_BUILD_LOG, 0, null, size);
    byte[] text = new byte[(int) size[0]];
    CL.clGetProgramBuildInfo(
        program, info.device(), CL.CL_PROGRAM_BUILD_LOG, text.length, Pointer.to(text), null);
    return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
