package org.lightpath.core.engine;

/**
 * What an engine has moved and held since it was opened.
 *
 * @param bytesUploaded bytes moved to the device by {@link DeviceField#upload}
 * @param bytesDownloaded bytes moved from the device by {@link DeviceField#download}
 * @param peakDeviceMemoryBytes largest sum of fields, tables and scratch held at a time
 */
public record EngineCounters(
    long bytesUploaded, long bytesDownloaded, long peakDeviceMemoryBytes) {}
