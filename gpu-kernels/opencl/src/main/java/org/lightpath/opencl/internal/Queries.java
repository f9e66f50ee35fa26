package org.lightpath.opencl.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Asks platforms and devices for their properties. */
final class Queries {
  private Queries() {}

  /** Usable devices of a platform. */
  static List<DeviceInfo> devices(cl_platform_id platform) {
    List<DeviceInfo> result = new ArrayList<>();
    String platformName =
        text(platform, CL.CL_PLATFORM_NAME) + ", " + text(platform, CL.CL_PLATFORM_VERSION);
    for (cl_device_id device : handles(platform)) {
      boolean usable =
          number(device, CL.CL_DEVICE_AVAILABLE, Integer.BYTES) != 0
              && number(device, CL.CL_DEVICE_COMPILER_AVAILABLE, Integer.BYTES) != 0;
      if (usable) {
        result.add(read(platform, platformName, device));
      }
    }
    return result;
  }

  private static cl_device_id[] handles(cl_platform_id platform) {
    int[] count = new int[1];
    try {
      CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
    } catch (CLException e) {
      if (e.getStatus() == CL.CL_DEVICE_NOT_FOUND) {
        return new cl_device_id[0];
      }
      throw e;
    }
    cl_device_id[] devices = new cl_device_id[count[0]];
    CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, devices.length, devices, null);
    return devices;
  }

  private static DeviceInfo read(
      cl_platform_id platform, String platformName, cl_device_id device) {
    return new DeviceInfo(
        0,
        platform,
        device,
        kind(number(device, CL.CL_DEVICE_TYPE, Long.BYTES)),
        text(device, CL.CL_DEVICE_NAME),
        platformName,
        text(device, CL.CL_DRIVER_VERSION),
        number(device, CL.CL_DEVICE_GLOBAL_MEM_SIZE, Long.BYTES),
        number(device, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE, Long.BYTES),
        number(device, CL.CL_DEVICE_LOCAL_MEM_SIZE, Long.BYTES),
        (int) number(device, CL.CL_DEVICE_MAX_COMPUTE_UNITS, Integer.BYTES),
        (int) number(device, CL.CL_DEVICE_MAX_WORK_GROUP_SIZE, Long.BYTES),
        doublePrecision(device));
  }

  /** Devices for OpenCL 1.1 without binary64 refuse the question. */
  private static boolean doublePrecision(cl_device_id device) {
    try {
      return number(device, CL.CL_DEVICE_DOUBLE_FP_CONFIG, Long.BYTES) != 0;
    } catch (CLException _) {
      return false;
    }
  }

  private static DeviceInfo.Kind kind(long type) {
    if ((type & CL.CL_DEVICE_TYPE_GPU) != 0) {
      return DeviceInfo.Kind.GPU;
    }
    return (type & CL.CL_DEVICE_TYPE_ACCELERATOR) != 0
        ? DeviceInfo.Kind.ACCELERATOR
        : DeviceInfo.Kind.HOST;
  }

  private static long number(cl_device_id device, int property, int bytes) {
    byte[] value = new byte[Long.BYTES];
    CL.clGetDeviceInfo(device, property, bytes, Pointer.to(value), null);
    return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static String text(cl_device_id device, int property) {
    long[] size = new long[1];
    CL.clGetDeviceInfo(device, property, 0, null, size);
    byte[] value = new byte[(int) size[0]];
    CL.clGetDeviceInfo(device, property, value.length, Pointer.to(value), null);
    return string(value);
  }

  private static String text(cl_platform_id platform, int property) {
    long[] size = new long[1];
    CL.clGetPlatformInfo(platform, property, 0, null, size);
    byte[] value = new byte[(int) size[0]];
    CL.clGetPlatformInfo(platform, property, value.length, Pointer.to(value), null);
    return string(value);
  }

  private static String string(byte[] value) {
    int length = value.length;
    while (length > 0 && value[length - 1] == 0) {
      length--;
    }
    return new String(value, 0, length, StandardCharsets.UTF_8).strip();
  }
}
